package dev.streakline.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyVersions} promises. */
public abstract class PolicyVersionsContract {

    private static final Policies OTHER = new Policies(
            new DayStart(LocalTime.of(4, 0)),
            new StreakPolicy(600, 2, 5),
            new CompletionPolicy(90, 1_200),
            List.of(Ladder.DEFAULTS.get(4), Ladder.DEFAULTS.get(0)));

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes facts in
     * @param policies is held to the contract
     * @param histories reads with the policies in force
     * @param statistics folds with them
     * @param rankings of the same store
     */
    public record Store(
            FactLog log, PolicyVersions policies, Histories histories, Statistics statistics, Rankings rankings) {}

    private Store store;

    @BeforeEach
    void open() {
        store = store();
    }

    @Test
    void version_0_is_the_default() {
        assertThat(store.policies().current()).isEqualTo(new PolicyVersions.PolicyVersion(0, Policies.DEFAULT));
    }

    @Test
    void an_adopted_version_is_in_force() {
        assertThat(store.policies().adopt(OTHER)).isEqualTo(new PolicyVersions.PolicyVersion(1, OTHER));
        assertThat(store.policies().current()).isEqualTo(new PolicyVersions.PolicyVersion(1, OTHER));
    }

    @Test
    void what_is_in_force_gets_no_new_number_and_an_earlier_one_does() {
        assertThat(store.policies().adopt(Policies.DEFAULT).number()).isZero();
        store.policies().adopt(OTHER);
        assertThat(store.policies().adopt(OTHER).number()).isEqualTo(1);
        assertThat(store.policies().adopt(Policies.DEFAULT))
                .isEqualTo(new PolicyVersions.PolicyVersion(2, Policies.DEFAULT));
    }

    @Test
    void a_new_version_makes_everybody_due_and_is_what_they_are_folded_by() {
        store.log().append(List.of(Events.watch("ada", "1", "2024-06-14T03:00:00Z", "film")));
        assertThat(keepDue().viewers()).isEqualTo(1);
        store.policies().adopt(OTHER);
        assertThat(keepDue()).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
        assertThat(keepDue().viewers()).isZero();
        ViewerId ada = new ViewerId("ada");
        assertThat(store.histories().history(ada).orElseThrow().policies()).isEqualTo(OTHER);
        assertThat(store.statistics()
                        .find(ada)
                        .orElseThrow()
                        .statistics()
                        .streaks()
                        .lastWatched())
                .hasToString("2024-06-13");
    }

    private Statistics.RefreshSummary keepDue() {
        Instant now = Events.NOW;
        return new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(now))
                .refresh(new Selection.Due(now));
    }
}
