package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    private final Database database = TestDatabase.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update viewer_statistics set fold_version = 0",
                "insert into viewer_statistics select",
                "update fact set seconds = 0",
                "update announcement set happened_at = 0",
                "insert into announcement select",
                "delete from title_fact",
                "delete from policy",
                "delete from api_key",
                "update api_key set hash = ''",
                "update api_key set roles = '{admin}'",
                "drop table fact",
                "create table streakline.mine ()",
                "select from fact_3"
            })
    void the_role_that_records_facts_may_not(String statement) {
        assertThatThrownBy(() -> database.as(Scope.APP).useWrite(handle -> handle.execute(statement)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageFindingMatch("permission denied|must be owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into fact select",
                "update fact set withdrawn = true",
                "delete from fact",
                "delete from viewer",
                "delete from viewer_statistics",
                "delete from announcement",
                "update announcement set happened_at = 0",
                "update viewer set name = 'eve'",
                "insert into policy select",
                "select from api_key",
                "insert into api_key select",
                "update api_key set revoked_at = null",
                "truncate mark"
            })
    void the_role_that_folds_may_not(String statement) {
        assertThatThrownBy(() -> database.as(Scope.FOLD).useFold(handle -> handle.execute(statement)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageFindingMatch("permission denied|must be owner");
    }

    @Test
    void the_role_ends_with_its_transaction() {
        assertThat(database.as(Scope.APP).write(RolesTest::role)).isEqualTo("streakline_app");
        assertThat(database.as(Scope.FOLD).fold(RolesTest::role)).isEqualTo("streakline_fold");
    }

    @Test
    void what_a_later_migration_brings_is_granted_too() {
        DataSource connections = TestDatabase.create();
        Jdbi.create(connections)
                .useHandle(owner -> owner.execute("revoke all on streakline.api_key from streakline_app"));
        Database older = TestDatabase.over(connections);
        String look = "select from api_key";
        assertThatThrownBy(() -> older.as(Scope.APP).useRead(handle -> handle.execute(look)))
                .hasMessageContaining("permission denied");
        older.migrate();
        older.as(Scope.APP).useRead(handle -> handle.execute(look));
        assertThatThrownBy(() -> older.as(Scope.FOLD).useFold(handle -> handle.execute(look)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void where_roles_cannot_be_had_everything_works_as_the_owner() {
        Database plain = TestDatabase.over(TestDatabase.createOfPlainUser());
        plain.migrate();
        plain.migrate();
        assertThat(plain.hasRoles()).isFalse();
        assertThat(plain.as(Scope.APP).write(RolesTest::role)).startsWith("plain");
        assertThat(plain.pendingMigrations()).isEmpty();
    }

    private static String role(Handle handle) {
        return handle.createQuery("select current_user::text")
                .mapTo(String.class)
                .one();
    }
}
