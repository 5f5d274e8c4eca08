package dev.streakline.persistence.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The versions of the schema, and the privileges of roles on its tables. */
final class Migrations {

    private static final String ROLES = "/dev/streakline/persistence/roles.sql";

    private final Sessions sessions;

    Migrations(Sessions sessions) {
        this.sessions = sessions;
    }

    void migrate() {
        flyway(Flyway::migrate);
        grant();
    }

    /** Not as a callback of Flyway: that would take a third connection. */
    private void grant() {
        sessions.run(TransactionIsolationLevel.READ_COMMITTED, Scope.OWNER, Attempts.OF_IDEMPOTENT_WORK, handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
                return statement.execute(grants());
            }
        });
        sessions.forgetRoles();
    }

    private static String grants() {
        try (InputStream script = Migrations.class.getResourceAsStream(ROLES)) {
            return new String(Objects.requireNonNull(script, ROLES).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> pending() {
        return flyway(flyway -> List.of(flyway.info().pending()).stream()
                .map(MigrationInfo::getScript)
                .toList());
    }

    List<String> changed() {
        return flyway(flyway -> flyway.validateWithResult().invalidMigrations.stream()
                .map(each -> "migration " + each.version + " (" + each.description + ")")
                .toList());
    }

    /** A migration is a transaction: one that was cut off begins again. */
    private <R> R flyway(Function<Flyway, R> work) {
        for (int recovered = 0; ; recovered++) {
            try {
                return work.apply(flyway());
            } catch (FlywayValidateException changed) {
                throw Outage.changed(changed(), changed);
            } catch (FlywayException failed) {
                Optional<SQLException> cause = Outage.cause(failed);
                if (cause.isEmpty() || !sessions.isBackAfter(cause.get(), recovered)) {
                    throw Outage.of(failed, sessions.origin());
                }
            }
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(sessions.unwatched())
                .schemas(Database.SCHEMA)
                .defaultSchema(Database.SCHEMA)
                .locations(Database.MIGRATIONS)
                .skipDefaultCallbacks(true)
                .ignoreMigrationPatterns("*:future", "*:pending")
                .validateMigrationNaming(true)
                .load();
    }
}
