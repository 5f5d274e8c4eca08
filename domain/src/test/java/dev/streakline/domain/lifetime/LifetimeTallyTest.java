package dev.streakline.domain.lifetime;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days are days since 2024-05-01, which is day 0. */
class LifetimeTallyTest {

    private static final int MAY = (int) LocalDate.of(2024, 5, 1).toEpochDay();
    private static final int CHANNEL = 4;
    private static final int OWN = -1;

    private final LifetimeTally tally = new LifetimeTally();

    private static Instant evening(int day) {
        return Instant.parse("2024-05-01T20:00:00Z").plusSeconds(day * 86_400L);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(MAY + day);
    }

    private void watch(int day, int session, int stated, int counted) {
        tally.addPlay(CHANNEL, EpochMicros.of(evening(day)), MAY + day, Precision.INSTANT, session, stated, counted);
    }

    private void watch(int day, int seconds) {
        watch(day, OWN, seconds, seconds);
    }

    private void watchOn(int day, Instant startOfDay) {
        tally.addPlay(CHANNEL, EpochMicros.of(startOfDay), MAY + day, Precision.DATE, OWN, 60, 60);
    }

    private void say(int day, InteractionKind kind, long bits) {
        tally.addInteraction(CHANNEL, EpochMicros.of(evening(day)), MAY + day, kind, bits);
    }

    private void chat(int day) {
        say(day, InteractionKind.CHAT, 0);
    }

    private ChannelStatistics told() {
        assertThat(tally.channels()).hasSize(1);
        assertThat(tally.channels().get(0).channel()).isEqualTo(CHANNEL);
        return tally.channels().get(0).statistics();
    }

    private String badges() {
        return told().unlocked().stream().map(unlock -> unlock.badge().code()).collect(joining(" "));
    }

    private static BadgeUnlock unlock(Badge badge, Instant at) {
        return new BadgeUnlock(badge, at, Precision.INSTANT);
    }

    @Test
    void a_viewer_without_sessions_has_empty_statistics_on_any_channel() {
        assertThat(tally.channels()).isEmpty();
    }

    @Nested
    class badges_for_watching {

        @ParameterizedTest
        @CsvSource({
            "0, newcomer new-follower",
            "35999, newcomer new-follower",
            "36000, newcomer loyal-viewer new-follower",
            "36001, newcomer loyal-viewer new-follower",
            "179999, newcomer loyal-viewer new-follower",
            "180000, newcomer loyal-viewer veteran-fan new-follower",
            "359999, newcomer loyal-viewer veteran-fan new-follower",
            "360000, newcomer loyal-viewer veteran-fan iron-fan new-follower",
            "1799999, newcomer loyal-viewer veteran-fan iron-fan new-follower",
            "1800000, newcomer loyal-viewer veteran-fan iron-fan legendary new-follower",
            "1800001, newcomer loyal-viewer veteran-fan iron-fan legendary new-follower"
        })
        void ask_for_counted_seconds(int seconds, String badges) {
            watch(0, seconds);
            assertThat(badges()).isEqualTo(badges);
        }

        @Test
        void are_unlocked_by_the_session_that_crosses_the_threshold_also_by_an_estimate() {
            watch(0, 35_000);
            watch(3, OWN, -1, 1_000);
            watch(5, 144_000);
            assertThat(told().unlocked())
                    .containsExactly(
                            unlock(Badge.NEWCOMER, evening(0)),
                            unlock(Badge.NEW_FOLLOWER, evening(0)),
                            unlock(Badge.LOYAL_VIEWER, evening(3)),
                            unlock(Badge.VETERAN_FAN, evening(5)));
        }
    }

    @Nested
    class badges_for_messages {

        @ParameterizedTest
        @CsvSource({
            "1, first-words new-follower",
            "99, first-words new-follower",
            "100, first-words new-follower chatty",
            "101, first-words new-follower chatty",
            "499, first-words new-follower chatty",
            "500, first-words new-follower chatty influencer",
            "999, first-words new-follower chatty influencer",
            "1000, first-words new-follower chatty influencer super-chatty",
            "1001, first-words new-follower chatty influencer super-chatty"
        })
        void ask_for_messages_of_every_kind(int messages, String badges) {
            for (int i = 0; i < messages; i++) {
                tally.addInteraction(CHANNEL, i, 0, InteractionKind.values()[i % 5], 0);
            }
            assertThat(badges()).isEqualTo(badges);
        }
    }

    @Nested
    class badges_for_streaks {

        @ParameterizedTest
        @CsvSource({"6, 0", "7, 1", "8, 1", "29, 1", "30, 2", "89, 2", "90, 3", "91, 3"})
        void ask_for_the_longest_run_of_active_days(int days, int streakBadges) {
            for (int day = 0; day < days; day++) {
                if (day % 2 == 0) {
                    watch(day, 1);
                } else {
                    chat(day);
                }
            }
            watch(days + 1, 1);
            assertThat(told().unlocked().stream()
                            .filter(unlock -> unlock.badge().category() == Badge.Category.STREAK))
                    .hasSize(streakBadges);
        }

        @Test
        void pass_over_bridges_and_are_unlocked_on_the_day_that_makes_the_run_long_enough() {
            tally.begin(ActivityCalendar.rangeClosed(MAY + 3, MAY + 5));
            for (int day : new int[] {0, 1, 2, 6, 7, 8, 9}) {
                chat(day);
            }
            assertThat(told().unlocked()).endsWith(unlock(Badge.STREAK_7, evening(9)));
            tally.begin(ActivityCalendar.EMPTY);
            for (int day : new int[] {0, 1, 2, 6, 7, 8, 9}) {
                chat(day);
            }
            assertThat(badges()).isEqualTo("first-words new-follower");
        }
    }

    @Nested
    class one_instant {

        private final Instant midnight = Instant.parse("2024-05-03T00:00:00Z");

        @Test
        void is_one_step_and_known_to_the_date_when_all_its_sessions_are() {
            watchOn(2, midnight);
            watchOn(2, midnight);
            assertThat(told().unlocked())
                    .containsExactly(
                            new BadgeUnlock(Badge.NEWCOMER, midnight, Precision.DATE),
                            new BadgeUnlock(Badge.NEW_FOLLOWER, midnight, Precision.DATE));
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void is_known_exactly_when_one_of_its_sessions_is(boolean dateFirst) {
            if (dateFirst) {
                watchOn(2, midnight);
            }
            tally.addPlay(CHANNEL, EpochMicros.of(midnight), MAY + 2, Precision.INSTANT, OWN, 60, 60);
            watchOn(2, midnight);
            assertThat(told().unlocked())
                    .containsExactly(unlock(Badge.NEWCOMER, midnight), unlock(Badge.NEW_FOLLOWER, midnight));
            SessionStart seen = new SessionStart(date(2), midnight, Precision.INSTANT);
            assertThat(told().watchTime().first()).isEqualTo(seen);
            assertThat(told().watchTime().last()).isEqualTo(seen);
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void of_a_message_does_not_affect_that_of_a_session(boolean messageFirst) {
            if (messageFirst) {
                tally.addInteraction(CHANNEL, EpochMicros.of(midnight), MAY + 2, InteractionKind.CHAT, 0);
            }
            watchOn(2, midnight);
            if (!messageFirst) {
                tally.addInteraction(CHANNEL, EpochMicros.of(midnight), MAY + 2, InteractionKind.CHAT, 0);
            }
            assertThat(told().unlocked())
                    .containsExactly(
                            new BadgeUnlock(Badge.NEWCOMER, midnight, Precision.DATE),
                            unlock(Badge.FIRST_WORDS, midnight),
                            unlock(Badge.NEW_FOLLOWER, midnight));
        }

        @Test
        void lends_its_precision_to_no_other() {
            watch(0, 60);
            for (int day = 1; day < 7; day++) {
                watchOn(day, evening(day));
            }
            assertThat(told().unlocked()).endsWith(new BadgeUnlock(Badge.STREAK_7, evening(6), Precision.DATE));
        }
    }

    @Nested
    class sessions {

        @Test
        void of_one_sitting_are_one_and_measured_when_one_of_its_slices_is() {
            watch(0, 7, -1, 0);
            watch(1, OWN, -1, 0);
            watch(1, OWN, 0, 0);
            watch(2, 7, 60, 60);
            watch(2, 7, 60, 60);
            watch(3, 9, -1, 0);
            watch(4, OWN, -1, 50);
            WatchTime watchTime = told().watchTime();
            assertThat(watchTime.sessions()).isEqualTo(5);
            assertThat(watchTime.measuredSessions()).isEqualTo(3);
            assertThat(watchTime.seconds()).isEqualTo(170);
            assertThat(watchTime.estimatedSeconds()).isEqualTo(50);
        }

        @Test
        void may_be_many() {
            for (int session = 0; session < 100; session++) {
                watch(session, session, session % 2 == 0 ? 60 : -1, session % 2 == 0 ? 60 : 0);
            }
            assertThat(told().watchTime().sessions()).isEqualTo(100);
            assertThat(told().watchTime().measuredSessions()).isEqualTo(50);
        }

        @Test
        void have_a_first_and_a_last() {
            chat(0);
            assertThat(told().watchTime()).isEqualTo(WatchTime.NONE);
            watchOn(1, evening(1));
            watch(2, 60);
            watchOn(3, evening(3));
            chat(4);
            assertThat(told().watchTime())
                    .isEqualTo(new WatchTime(
                            3,
                            3,
                            180,
                            0,
                            new SessionStart(date(1), evening(1), Precision.DATE),
                            new SessionStart(date(3), evening(3), Precision.DATE)));
        }

        @Test
        void of_an_instant_at_which_a_date_is_left_out_are_on_the_outermost_dates() {
            for (int day : new int[] {3, 2, 4}) {
                watchOn(day, evening(4));
            }
            assertThat(told().watchTime().first()).isEqualTo(new SessionStart(date(2), evening(4), Precision.DATE));
            assertThat(told().watchTime().last()).isEqualTo(new SessionStart(date(4), evening(4), Precision.DATE));
            for (int day : new int[] {6, 5}) {
                watchOn(day, evening(6));
            }
            assertThat(told().watchTime().first()).isEqualTo(new SessionStart(date(2), evening(4), Precision.DATE));
            assertThat(told().watchTime().last()).isEqualTo(new SessionStart(date(6), evening(6), Precision.DATE));
        }

        @Test
        void of_a_left_out_date_do_not_lend_their_precision_to_the_day_after() {
            watchOn(2, evening(4));
            tally.addPlay(CHANNEL, EpochMicros.of(evening(4)), MAY + 4, Precision.INSTANT, OWN, 60, 60);
            watchOn(2, evening(4));
            watchOn(4, evening(4));
            assertThat(told().watchTime().first()).isEqualTo(new SessionStart(date(2), evening(4), Precision.DATE));
            assertThat(told().watchTime().last()).isEqualTo(new SessionStart(date(4), evening(4), Precision.INSTANT));
        }

        @Test
        void are_first_and_last_by_their_days_also_after_a_move_to_the_west() {
            watchAt(evening(2), 2);
            watchAt(evening(2).plusSeconds(60), 1);
            watchAt(evening(2).plusSeconds(120), 1);
            assertThat(told().watchTime().first())
                    .isEqualTo(new SessionStart(date(1), evening(2).plusSeconds(60), Precision.INSTANT));
            assertThat(told().watchTime().last()).isEqualTo(new SessionStart(date(2), evening(2), Precision.INSTANT));
            watchAt(evening(2).plusSeconds(180), 2);
            assertThat(told().watchTime().last())
                    .isEqualTo(new SessionStart(date(2), evening(2).plusSeconds(180), Precision.INSTANT));
        }

        private void watchAt(Instant at, int day) {
            tally.addPlay(CHANNEL, EpochMicros.of(at), MAY + day, Precision.INSTANT, OWN, 60, 60);
        }
    }

    @Nested
    class messages {

        @ParameterizedTest
        @EnumSource
        void are_counted_by_kind(InteractionKind kind) {
            say(0, kind, 0);
            say(1, kind, 0);
            assertThat(told().messages())
                    .isEqualTo(new InteractionCounts(
                            kind == InteractionKind.CHAT ? 2 : 0,
                            kind == InteractionKind.SUBSCRIPTION ? 2 : 0,
                            kind == InteractionKind.CHEER ? 2 : 0,
                            kind == InteractionKind.GIFT ? 2 : 0,
                            kind == InteractionKind.RAID ? 2 : 0,
                            0));
        }

        @Test
        void add_up_their_bits() {
            say(0, InteractionKind.CHEER, 1_000_000_000);
            say(0, InteractionKind.CHEER, 1_000_000_000);
            say(0, InteractionKind.CHEER, 1_000_000_000);
            assertThat(told().messages()).isEqualTo(new InteractionCounts(0, 0, 3, 0, 0, 3_000_000_000L));
        }
    }

    @Test
    void active_are_the_days_with_a_session_or_a_message() {
        watch(5, 60);
        chat(5);
        chat(7);
        watch(2, 60);
        assertThat(told().activity()).isEqualTo(ActivityCalendar.of(List.of(date(2), date(5), date(7))));
    }

    @Test
    void each_channel_has_its_own_and_they_ascend_by_key() {
        tally.addInteraction(9, 0, 0, InteractionKind.RAID, 0);
        watch(0, 60);
        tally.addInteraction(9, 1, 0, InteractionKind.RAID, 0);
        tally.addPlay(0, 2, 0, Precision.INSTANT, OWN, 5, 5);
        assertThat(tally.channels().stream()
                        .map(each -> each.channel() + " "
                                + each.statistics().messages().raids() + " "
                                + each.statistics().watchTime().seconds()))
                .containsExactly("0 0 5", "4 0 60", "9 2 0");
    }

    @Test
    void one_viewer_leaves_nothing_to_the_next() {
        LifetimeTally fresh = new LifetimeTally();
        for (int day = 0; day < 8; day++) {
            watch(day, 3, -1, 40_000);
            say(day, InteractionKind.CHEER, 5);
        }
        tally.begin(ActivityCalendar.EMPTY);
        assertThat(tally.channels()).isEmpty();
        for (LifetimeTally each : List.of(tally, fresh)) {
            each.addInteraction(CHANNEL, 5, 0, InteractionKind.CHAT, 0);
            each.addPlay(CHANNEL, 6, 0, Precision.DATE, 3, -1, 0);
        }
        assertThat(tally.channels()).isEqualTo(fresh.channels());
        assertThat(badges()).isEqualTo("first-words new-follower newcomer");
        assertThat(told().unlocked().get(2).precision()).isEqualTo(Precision.DATE);
    }
}
