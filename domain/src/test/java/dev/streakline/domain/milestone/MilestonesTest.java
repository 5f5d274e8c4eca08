package dev.streakline.domain.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.Precision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {

    private static final Instant ACHIEVED = Instant.parse("2024-05-01T20:00:00Z");
    private static final Instant RECORDED = Instant.parse("2024-05-01T20:00:05Z");
    private static final Rung TEN = new Rung(10, Tier.BRONZE);
    private static final Rung TWENTY_FIVE = new Rung(25, Tier.BRONZE);
    private static final Ladder MOVIES = new Ladder(Measure.MOVIES, List.of(TEN, TWENTY_FIVE));

    private static Achievement achieved(Measure measure, Rung rung) {
        return new Achievement(measure, rung, ACHIEVED, Precision.INSTANT);
    }

    @Test
    void default_ladders_have_the_tiers_of_the_specification() {
        assertThat(Ladder.DEFAULTS).extracting(Ladder::measure).containsExactly(Measure.values());
        assertThat(Ladder.DEFAULTS.get(3).rungs())
                .extracting(rung -> rung.threshold() + rung.tier().code())
                .containsExactly("10bronze", "25bronze", "50silver", "100silver", "250gold", "500gold", "1000platinum");
        assertThat(Ladder.DEFAULTS.get(4).rungs())
                .extracting(rung -> rung.threshold() + rung.tier().code())
                .containsExactly("7bronze", "30silver", "90gold", "365platinum");
    }

    @Test
    void rungs_must_ascend_and_be_positive() {
        assertThatThrownBy(() -> new Ladder(Measure.MOVIES, List.of(TEN, TEN))).hasMessageContaining("movies");
        assertThatThrownBy(() -> new Rung(0, Tier.GOLD)).hasMessageContaining("at least 1");
    }

    @Test
    void every_rung_crossed_at_once_is_achieved_then_and_none_twice() {
        MilestoneTracker climb = new MilestoneTracker(MOVIES);
        List<Achievement> achievements = new ArrayList<>();
        climb.advanceTo(9, 1, Precision.INSTANT, achievements);
        assertThat(achievements).isEmpty();
        climb.advanceTo(25, 2_000_000, Precision.DATE, achievements);
        climb.advanceTo(Long.MAX_VALUE - 1, 3, Precision.INSTANT, achievements);
        assertThat(achievements)
                .containsExactly(
                        new Achievement(Measure.MOVIES, TEN, Instant.ofEpochSecond(2), Precision.DATE),
                        new Achievement(Measure.MOVIES, TWENTY_FIVE, Instant.ofEpochSecond(2), Precision.DATE));
        climb.clear();
        climb.advanceTo(10, 4, Precision.INSTANT, achievements);
        assertThat(achievements).hasSize(3);
        assertThat(climb.measure()).isEqualTo(Measure.MOVIES);
    }

    @Test
    void what_the_ledger_knows_stays_and_is_shown_as_unsupported() {
        RecordedAchievement recorded = RecordedAchievement.of(achieved(Measure.MOVIES, TEN), RECORDED);
        Milestones milestones =
                Milestones.of(List.of(MOVIES), List.of(), List.of(recorded), new LadderProgress(9, 0, 0, 0, 0));
        assertThat(milestones.reached())
                .containsExactly(new Milestone(
                        Measure.MOVIES, TEN, ACHIEVED, Precision.INSTANT, RECORDED, Milestone.Support.UNSUPPORTED));
        assertThat(milestones.next()).singleElement().satisfies(next -> {
            assertThat(next.rung()).isEqualTo(TWENTY_FIVE);
            assertThat(next.left()).isEqualTo(16);
        });
    }

    @Test
    void an_achievement_knows_when_it_was_recorded_and_ladders_stand_in_order() {
        Ladder shows = new Ladder(Measure.SHOWS, List.of(TEN));
        Milestones milestones = Milestones.of(
                List.of(MOVIES, shows),
                List.of(
                        achieved(Measure.SHOWS, TEN),
                        achieved(Measure.MOVIES, TWENTY_FIVE),
                        achieved(Measure.MOVIES, TEN)),
                List.of(RecordedAchievement.of(achieved(Measure.MOVIES, TEN), RECORDED)),
                new LadderProgress(25, 10, 0, 0, 0));
        assertThat(milestones.reached())
                .extracting(each -> each.measure() + " " + each.rung().threshold() + " " + each.recordedAt())
                .containsExactly("MOVIES 10 " + RECORDED, "MOVIES 25 null", "SHOWS 10 null");
        assertThat(milestones.reached()).extracting(Milestone::support).containsOnly(Milestone.Support.SUPPORTED);
        assertThat(milestones.next()).isEmpty();
    }

    @Test
    void the_next_rung_of_each_ladder_is_measured_in_its_own_unit() {
        Milestones milestones =
                Milestones.of(Ladder.DEFAULTS, List.of(), List.of(), new LadderProgress(1, 2, 3, 35_999, 6));
        assertThat(milestones.next())
                .extracting(
                        next -> next.measure().code() + " " + next.value() + " " + next.left() + " " + next.progress())
                .containsExactly(
                        "movies 1 9 0.1000",
                        "shows 2 8 0.2000",
                        "episodes 3 7 0.3000",
                        "hours 9 1 0.9999",
                        "streak 6 1 0.8571");
    }

    @Test
    void a_rung_that_is_passed_and_not_recorded_is_complete() {
        NextRung next = NextRung.of(Measure.STREAK, TEN, 12, 1);
        assertThat(next).isEqualTo(new NextRung(Measure.STREAK, TEN, 12, 0, new BigDecimal("1.0000")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-03T19:59:59Z, true",
        "2024-05-03T20:00:00Z, true",
        "2024-05-03T20:00:01Z, false",
        "2024-04-30T00:00:00Z, true"
    })
    void history_is_no_news(Instant recordedAt, boolean isNews) {
        assertThat(RecordedAchievement.of(achieved(Measure.MOVIES, TEN), recordedAt)
                        .isNews())
                .isEqualTo(isNews);
    }

    @Test
    void an_announcement_is_of_one_rung_of_one_ladder() {
        RecordedAchievement announced = RecordedAchievement.of(achieved(Measure.MOVIES, TEN), RECORDED);
        assertThat(announced.isOf(achieved(Measure.MOVIES, TEN))).isTrue();
        assertThat(announced.isOf(achieved(Measure.MOVIES, TWENTY_FIVE))).isFalse();
        assertThat(announced.isOf(achieved(Measure.SHOWS, TEN))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"INSTANT, instant", "DATE, date"})
    void a_precision_has_its_code(Precision precision, String code) {
        assertThat(precision.code()).isEqualTo(code);
    }
}
