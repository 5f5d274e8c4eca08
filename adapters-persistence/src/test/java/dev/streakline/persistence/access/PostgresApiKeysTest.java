package dev.streakline.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.ApiKeysContract;
import dev.streakline.application.access.KeyHash;
import dev.streakline.application.access.Role;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresApiKeysTest extends ApiKeysContract {

    private static final ApiKey KEY =
            new ApiKey("1", "n", "ada", Set.of(Role.READER, Role.VIEWER), Instant.parse("2026-05-10T12:00:00Z"), null);

    @Override
    protected ApiKeys store() {
        return new PostgresApiKeys(TestDatabase.open());
    }

    @Test
    void a_role_of_a_newer_version_is_no_other_role() {
        DataSource connections = TestDatabase.create();
        ApiKeys keys = new PostgresApiKeys(TestDatabase.over(connections));
        keys.add(KEY, KeyHash.of("a"));
        Jdbi.create(connections)
                .useHandle(owner -> owner.execute("update streakline.api_key set roles = '{viewer,owner}'"));
        assertThatThrownBy(() -> keys.find(KeyHash.of("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("owner");
    }

    @Test
    void nothing_of_the_text_of_a_key_is_kept() {
        DataSource connections = TestDatabase.create();
        new PostgresApiKeys(TestDatabase.over(connections)).add(KEY, KeyHash.of("slk_geheim"));
        String row = Jdbi.create(connections)
                .withHandle(owner -> owner.createQuery("select api_key::text from streakline.api_key")
                        .mapTo(String.class)
                        .one());
        assertThat(row).contains(KeyHash.of("slk_geheim").hex()).doesNotContain("geheim");
    }

    @Test
    void a_database_that_is_gone_is_no_unknown_key() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        ApiKeys keys = new PostgresApiKeys(new Database(nobody));
        assertThatThrownBy(() -> keys.find(KeyHash.of("a"))).isInstanceOf(StoreUnavailableException.class);
    }
}
