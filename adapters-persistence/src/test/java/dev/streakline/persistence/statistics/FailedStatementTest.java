package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database fails while one viewer is folded. */
class FailedStatementTest {

    private static final Duration LONGEST_STATEMENT = Duration.ofMillis(300);
    private static final Selection DUE = new Selection.Due(Events.NOW);

    private final DataSource connections = TestDatabase.create();
    private final Database database = TestDatabase.over(connections);
    private final Database impatient = new Database(connections, Duration.ofSeconds(5), LONGEST_STATEMENT);
    private final PostgresStatistics statistics = new PostgresStatistics(impatient, FoldVersion.ofThisRuntime(), 1);

    @BeforeEach
    void fill() {
        database.migrate();
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int viewer = 0; viewer < 40; viewer++) {
            facts.add(Events.watch("viewer-" + viewer, "1", "2024-06-14T20:00:00Z", "film"));
        }
        new PostgresFactLog(database).append(facts);
    }

    /** Does something in the database whenever the statistics of viewer-7 are written. */
    private void whenWritten(String statement) {
        Jdbi.create(connections).useHandle(handle -> {
            handle.execute(
                    "create function streakline.fail() returns trigger language plpgsql as $$ begin if new.viewer_key ="
                            + " (select viewer_key from streakline.viewer where name = 'viewer-7') then " + statement
                            + "; end if; return new; end $$");
            handle.execute("create trigger failing before insert on streakline.viewer_statistics for each row"
                    + " execute function streakline.fail()");
        });
    }

    private static String raising(String state) {
        return "raise exception 'on purpose' using errcode = '" + state + "'";
    }

    private Statistics.RefreshSummary keep() {
        return new RefreshStatistics(statistics, new PostgresRankings(database), InstantSource.fixed(Events.NOW))
                .refresh(DUE);
    }

    @Test
    void a_viewer_whose_statement_takes_too_long_is_set_aside_and_all_others_are_folded() {
        whenWritten("perform pg_sleep(" + 2 * LONGEST_STATEMENT.toMillis() / 1_000.0 + ")");
        assertThat(keep().viewers()).isEqualTo(39);
        assertThat(statistics.failing()).hasSize(1);
        assertThat(statistics.failing().get(0).viewer().value()).isEqualTo("viewer-7");
        assertThat(statistics.failing().get(0).reason()).contains("took too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22003", "XX001"})
    void a_viewer_whose_statistics_the_database_refuses_is_set_aside(String state) {
        whenWritten(raising(state));
        assertThat(keep().viewers()).isEqualTo(39);
        assertThat(statistics.failing())
                .extracting(aside -> aside.viewer().value())
                .containsExactly("viewer-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53100", "25006", "55P03"})
    void a_database_that_is_away_or_lets_nobody_work_stops_the_round_and_sets_nobody_aside(String state) {
        whenWritten(raising(state));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this::keep);
        assertThat(statistics.failing()).isEmpty();
    }
}
