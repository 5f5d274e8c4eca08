package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What each scope sees of a table with a policy for each role, through every way to run a statement. */
class ScopeTest {

    private static final String SEEN = "select coalesce(string_agg(text, ' ' order by text), '') from streakline.note";

    /** Every way to run a statement; each gives what it sees. */
    private static final Map<String, Function<ScopedDatabase, String>> PATHS = new TreeMap<>(Map.of(
            "read", scoped -> scoped.read(ScopeTest::seen),
            "useRead", scoped -> collected(scoped::useRead),
            "write", scoped -> scoped.write(ScopeTest::seen),
            "useWrite", scoped -> collected(scoped::useWrite),
            "append", scoped -> scoped.append(ScopeTest::seen),
            "useAppend", scoped -> collected(scoped::useAppend),
            "fold", scoped -> scoped.fold(ScopeTest::seen),
            "useFold", scoped -> collected(scoped::useFold),
            "query", scoped -> scoped.query(SEEN, row -> row.getString(1)).orElseThrow()));

    /** Whose connections they are. */
    enum User {
        /** Row-level security does not apply to it, until it takes on a role. */
        SUPERUSER {
            @Override
            DataSource connections() {
                return TestDatabase.create();
            }
        },
        /** It owns the tables and may take on the roles. */
        OWNER {
            @Override
            DataSource connections() {
                return TestDatabase.createOfMember();
            }
        };

        abstract DataSource connections();
    }

    private static String seen(Handle handle) {
        return handle.createQuery(SEEN).mapTo(String.class).one();
    }

    private interface Path {
        void use(Database.DatabaseTask databaseTask);
    }

    private static String collected(Path path) {
        List<String> found = new ArrayList<>();
        path.use(handle -> found.add(seen(handle)));
        return String.join("", found);
    }

    /** The policies of tables with a creator: see docs/adr/0008. */
    private static Database withNotes(DataSource connections) {
        Jdbi.create(connections).useHandle(handle -> handle.execute("""
                create table streakline.note (creator_key bigint not null, text text not null);
                insert into streakline.note values (1, 'a'), (1, 'b'), (2, 'c');
                alter table streakline.note enable row level security, force row level security;
                grant select, insert on streakline.note to streakline_creator;
                grant select on streakline.note to streakline_fold;
                grant select, delete on streakline.note to streakline_app;
                create policy own on streakline.note to streakline_creator
                    using (creator_key = (select nullif(current_setting('streakline.creator', true), '')::bigint))
                    with check (creator_key = (select nullif(current_setting('streakline.creator', true), '')::bigint));
                create policy folds on streakline.note to streakline_fold using (true);
                create policy erases on streakline.note for delete to streakline_app using (true);
                create policy owner on streakline.note to current_user
                    using (nullif(current_setting('streakline.creator', true), '') is null);
                """));
        return TestDatabase.over(TestDatabase.pooled(connections));
    }

    @ParameterizedTest
    @EnumSource
    void every_scope_sees_what_its_policy_allows_through_every_path(User user) {
        Database database = withNotes(user.connections());
        PATHS.forEach((name, path) -> {
            // One after the other on the same connection, and twice: nothing is left of the scope before.
            for (int round = 0; round < 2; round++) {
                assertThat(path.apply(database.as(Scope.ofCreator(1)))).as(name).isEqualTo("a b");
                assertThat(path.apply(database.as(Scope.APP))).as(name).isEmpty();
                assertThat(path.apply(database.as(Scope.ofCreator(2)))).as(name).isEqualTo("c");
                assertThat(path.apply(database.as(Scope.FOLD))).as(name).isEqualTo("a b c");
                assertThat(path.apply(database.as(Scope.ofCreator(3)))).as(name).isEmpty();
                assertThat(path.apply(database.as(Scope.OWNER))).as(name).isEqualTo("a b c");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void statements_that_fail_leave_nothing_of_their_scope(User user) {
        Database database = withNotes(user.connections());
        ScopedDatabase first = database.as(Scope.ofCreator(1));
        String failing = "select 1 / (select count(*) - 2 from streakline.note)";
        // The driver prepares a statement on the server after five times.
        for (int round = 0; round < 6; round++) {
            assertThatThrownBy(() -> first.query(failing, row -> row.getInt(1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("division by zero");
            assertThatThrownBy(() -> first.read(handle -> handle.execute(failing)))
                    .hasMessageContaining("division by zero");
            assertThatThrownBy(() -> first.query(SEEN, row -> {
                        throw new SQLException("mapper");
                    }))
                    .hasMessageContaining("mapper");
            for (String name : List.of("query", "read")) {
                Function<ScopedDatabase, String> path = Objects.requireNonNull(PATHS.get(name));
                assertThat(path.apply(database.as(Scope.ofCreator(2)))).as(name).isEqualTo("c");
                assertThat(path.apply(database.as(Scope.APP))).as(name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_is_given_back_without_a_scope(User user) {
        DataSource connections = user.connections();
        Database database = withNotes(connections);
        String scope = "select current_user = session_user, current_setting('streakline.creator', true)";
        Jdbi.create(connections).useHandle(raw -> {
            Database over = TestDatabase.over(
                    ForeignConnections.handing(() -> ForeignConnections.without(raw.getConnection(), Set.of("close"))));
            assertThat(over.as(Scope.ofCreator(1)).query(SEEN, row -> row.getString(1)))
                    .contains("a b");
            assertThat(over.as(Scope.ofCreator(1)).read(ScopeTest::seen)).isEqualTo("a b");
            assertThat(raw.createQuery(scope)
                            .map((row, context) -> row.getBoolean(1) + row.getString(2))
                            .one())
                    .isEqualTo("true");
        });
        assertThat(database.as(Scope.OWNER).read(ScopeTest::seen)).isEqualTo("a b c");
    }

    @ParameterizedTest
    @EnumSource
    void a_creator_writes_own_rows_only(User user) {
        Database database = withNotes(user.connections());
        ScopedDatabase first = database.as(Scope.ofCreator(1));
        first.useWrite(handle -> handle.execute("insert into note values (1, 'd')"));
        assertThatThrownBy(() -> first.useWrite(handle -> handle.execute("insert into note values (2, 'e')")))
                .hasMessageContaining("row-level security");
        assertThat(database.as(Scope.FOLD).read(ScopeTest::seen)).isEqualTo("a b c d");
    }

    @Test
    void a_creators_scope_is_refused_where_its_role_is_missing() {
        Database database = TestDatabase.over(TestDatabase.createOfPlainUser());
        database.migrate();
        assertThat(database.missingRoles()).containsExactly("streakline_app", "streakline_fold", "streakline_creator");
        for (Function<ScopedDatabase, String> path : PATHS.values()) {
            assertThatThrownBy(() -> path.apply(database.as(Scope.ofCreator(1))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("The user of the database cannot use the role streakline_creator");
        }
        assertThat(database.as(Scope.APP).query("select 1", row -> row.getInt(1)))
                .contains(1);
    }

    /** The role of the inner transaction would be that of the rest of the outer one. */
    @Test
    void transactions_do_not_nest() {
        Database database = TestDatabase.open();
        assertThatThrownBy(() -> database.as(Scope.APP)
                        .useRead(outer -> database.as(Scope.FOLD).useRead(inner -> inner.execute("select 1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in a transaction already");
        assertThat(database.as(Scope.APP)
                        .<String>read(outer -> database.as(Scope.FOLD)
                                        .query("select current_user::text", row -> row.getString(1))
                                        .orElseThrow()
                                + " "
                                + outer.createQuery("select current_user::text")
                                        .mapTo(String.class)
                                        .one()))
                .isEqualTo("streakline_fold streakline_app");
    }

    @Test
    void there_is_no_statement_outside_of_a_scope() {
        assertThat(Stream.of(Database.class.getMethods())
                        .filter(method -> Stream.of(method.getParameterTypes())
                                .anyMatch(type -> type.getName().startsWith(Database.class.getName() + "$"))))
                .isEmpty();
        assertThat(Stream.of(ScopedDatabase.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(PATHS.keySet());
    }

    @Test
    void a_query_is_one_round_trip() {
        PGSimpleDataSource connections = (PGSimpleDataSource) TestDatabase.create();
        connections.setSocketFactory(RoundTrips.class.getName());
        Jdbi.create(connections).useHandle(raw -> {
            Database database = TestDatabase.over(
                    ForeignConnections.handing(() -> ForeignConnections.without(raw.getConnection(), Set.of("close"))));
            String query =
                    "select name, '\\x00'::bytea, ?::bigint, current_user::text from streakline.viewer where name = ?"
                            + " union all select 'nobody', null, 2, current_user::text";
            ScopedDatabase app = database.as(Scope.APP);
            assertThat(app.query(query, row -> row.getString(4), 1L, "ada")).contains("streakline_app");
            int before = RoundTrips.COUNT.get();
            for (int i = 0; i < 20; i++) {
                assertThat(app.query(query, row -> row.getString(4), 1L, "ada")).contains("streakline_app");
            }
            assertThat(RoundTrips.COUNT.get() - before).isEqualTo(20);
            app.read(handle -> 1);
            assertThat(RoundTrips.COUNT.get() - before).isGreaterThan(21);
        });
    }
}
