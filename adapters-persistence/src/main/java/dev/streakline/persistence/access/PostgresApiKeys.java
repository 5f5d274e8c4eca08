package dev.streakline.persistence.access;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.KeyHash;
import dev.streakline.application.access.Role;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** API keys in PostgreSQL. */
public final class PostgresApiKeys implements ApiKeys {

    private final ScopedDatabase database;

    /** The keys in a database. */
    public PostgresApiKeys(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public void add(ApiKey key, KeyHash hash) {
        int added = database.write(handle -> handle.createUpdate("""
                        insert into api_key (id, hash, name, account, roles, created_at, revoked_at)
                        values (:id, decode(:hash, 'hex'), :name, :account, :roles, :createdAt, :revokedAt)
                        on conflict do nothing
                        """)
                .bind("id", key.id())
                .bind("hash", hash.hex())
                .bind("name", key.name())
                .bind("account", key.account())
                .bindArray(
                        "roles",
                        String.class,
                        key.roles().stream().map(Role::code).toArray())
                .bind("createdAt", micros(key.createdAt()))
                .bind("revokedAt", key.revokedAt() == null ? null : micros(key.revokedAt()))
                .execute());
        if (added == 0) {
            throw new IllegalArgumentException("a key of the id " + key.id() + " or of its hash exists already");
        }
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        return database.read(handle -> handle.createQuery(
                        "select * from api_key where hash = decode(:hash, 'hex') and revoked_at is null")
                .bind("hash", hash.hex())
                .map((row, context) -> key(row))
                .findOne());
    }

    @Override
    public List<ApiKey> all() {
        return database.read(handle -> handle.createQuery("select * from api_key order by created_at, id")
                .map((row, context) -> key(row))
                .list());
    }

    /** A text that cannot be an id is not looked up: PostgreSQL cannot represent some such texts. */
    @Override
    public boolean revoke(String id, Instant at) {
        return ApiKey.isIdentifier(id)
                && database.write(handle -> handle.createUpdate(
                                        "update api_key set revoked_at = :at where id = :id and revoked_at is null")
                                .bind("at", micros(at))
                                .bind("id", id)
                                .execute())
                        == 1;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Long revokedAt = row.getObject("revoked_at", Long.class);
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                row.getString("account"),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .map(PostgresApiKeys::role)
                        .collect(Collectors.toSet()),
                instant(row.getLong("created_at")),
                revokedAt == null ? null : instant(revokedAt));
    }

    /** A role that a newer version has granted must not be omitted by an older one, nor read as another. */
    private static Role role(String code) {
        return Role.of(code)
                .orElseThrow(() -> new IllegalStateException(
                        "the database contains the role \"" + code + "\", which this version does not know"));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
