package dev.streakline.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest {

    /** The example of the specification, with one who has nothing and one who has opted out. */
    private final Standings standings =
            Standings.of(new long[] {7, 3, 9, 1, 5, 4, 8}, new long[] {20, 10, 50, 20, 40, 0, 0});

    private static RankedEntry ranked(int rank, long viewer, long value) {
        return new RankedEntry(rank, viewer, value);
    }

    private final List<RankedEntry> all =
            List.of(ranked(1, 9, 50), ranked(2, 5, 40), ranked(3, 1, 20), ranked(3, 7, 20), ranked(5, 3, 10));

    @Nested
    class of_several_populations {

        private final Standings some = Standings.of(new long[] {7, 3, 9, 8}, new long[] {20, 10, 50, 0});
        private final Standings others = Standings.of(new long[] {1, 5, 4}, new long[] {20, 40, 0});

        @Test
        void are_those_of_all_their_viewers() {
            assertThat(Standings.concat(List.of(some, Standings.EMPTY, others))).isEqualTo(standings);
            assertThat(Standings.concat(List.of(others, some))).isEqualTo(standings);
        }

        @Test
        void of_one_or_none_are_that_or_nobody() {
            assertThat(Standings.concat(List.of(some))).isEqualTo(some);
            assertThat(Standings.concat(List.of())).isEqualTo(Standings.EMPTY);
        }

        @Test
        void refuse_a_viewer_of_two() {
            assertThatThrownBy(() -> Standings.concat(List.of(some, others, some)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("comes twice");
        }
    }

    @Nested
    class of_a_population {

        @Test
        void go_from_most_to_least_and_from_the_lower_key_to_the_higher() {
            assertThat(standings.top(10)).isEqualTo(all);
            assertThat(standings.size()).isEqualTo(5);
            assertThat(standings.viewer(2)).isEqualTo(1);
            assertThat(standings.value(2)).isEqualTo(20);
            assertThat(standings).hasToString("standings of 5 viewers");
        }

        @ParameterizedTest
        @CsvSource({
            "1, 0, 0, 5",
            "9, 0, 0, 5",
            "10, 0, 1, 4",
            "11, 1, 0, 4",
            "20, 1, 2, 2",
            "21, 3, 0, 2",
            "40, 3, 1, 1",
            "50, 4, 1, 0",
            "51, 5, 0, 0",
            "9223372036854775807, 5, 0, 0"
        })
        void give_the_standing_of_any_value(long value, int below, int equal, int above) {
            assertThat(standings.standingOf(value)).isEqualTo(new Standing(below, equal, above));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void give_no_standing_of_no_value(long value) {
            assertThatThrownBy(() -> standings.standingOf(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("but is " + value);
        }

        @Test
        void of_nobody_know_nobody() {
            assertThat(Standings.of(new long[] {1, 2}, new long[] {0, 0}))
                    .isEqualTo(Standings.EMPTY)
                    .hasSameHashCodeAs(Standings.EMPTY);
            assertThat(Standings.EMPTY.standingOf(1)).isEqualTo(new Standing(0, 0, 0));
            assertThat(Standings.EMPTY.top(3)).isEmpty();
            assertThat(Standings.EMPTY.after(1, 1, 3)).isEmpty();
            assertThat(Standings.EMPTY.find(1, 1)).isEmpty();
        }

        @Test
        void take_keys_and_values_of_any_size() {
            long[] viewers = {Long.MAX_VALUE, 0, Long.MIN_VALUE, -1, 1L << 40, 255, 256};
            long[] values = {Long.MAX_VALUE, 1, Long.MAX_VALUE, 255, 256, 1L << 40, (1L << 40) - 1};
            assertThat(Standings.of(viewers, values).top(9))
                    .containsExactly(
                            ranked(1, Long.MIN_VALUE, Long.MAX_VALUE),
                            ranked(1, Long.MAX_VALUE, Long.MAX_VALUE),
                            ranked(3, 255, 1L << 40),
                            ranked(4, 256, (1L << 40) - 1),
                            ranked(5, 1L << 40, 256),
                            ranked(6, -1, 255),
                            ranked(7, 0, 1));
        }

        @Test
        void leave_what_they_were_made_of_as_it_was_and_do_not_follow_it() {
            long[] viewers = {2, 1};
            long[] values = {5, 6};
            Standings made = Standings.of(viewers, values);
            Standings read = Standings.fromSorted(new long[] {1, 2}, new long[] {6, 5});
            assertThat(viewers).containsExactly(2, 1);
            assertThat(values).containsExactly(5, 6);
            assertThat(made).isEqualTo(read);
            viewers[0] = 9;
            values[0] = 9;
            assertThat(made).isEqualTo(read);
        }

        @Test
        void refuse_a_viewer_twice_a_negative_value_and_a_viewer_without_one() {
            assertThatThrownBy(() -> Standings.of(new long[] {4, 3, 4}, new long[] {1, 2, 0}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("viewers must differ, but 4 comes twice");
            assertThatThrownBy(() -> Standings.of(new long[] {3, 4}, new long[] {1, -2}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values must be 0 or more, but viewer 4 has -2");
            assertThatThrownBy(() -> Standings.of(new long[] {3, 4}, new long[] {1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("each viewer must have a value, but there are 2 viewers and 1 values");
        }
    }

    @Nested
    class written_down {

        @Test
        void and_read_again_are_the_same() {
            long[] viewers = new long[standings.size()];
            long[] values = new long[standings.size()];
            for (int place = 0; place < viewers.length; place++) {
                viewers[place] = standings.viewer(place);
                values[place] = standings.value(place);
            }
            Standings read = Standings.fromSorted(viewers, values);
            assertThat(read).isEqualTo(standings).hasSameHashCodeAs(standings);
            viewers[0] = 0;
            values[0] = 0;
            assertThat(read).isEqualTo(standings);
        }

        @Test
        void differ_when_a_viewer_or_a_value_does() {
            assertThat(List.of(
                            Standings.fromSorted(new long[] {1}, new long[] {2}),
                            Standings.fromSorted(new long[] {2}, new long[] {1}),
                            Standings.EMPTY))
                    .doesNotContain(Standings.fromSorted(new long[] {1}, new long[] {1}))
                    .doesNotHaveDuplicates();
            assertThat((Object) standings).isNotEqualTo("standings of 5 viewers");
        }

        @Test
        void in_another_order_are_refused() {
            refused(new long[] {1, 2}, new long[] {5, 6}, "1 is viewer 2 with 6");
            refused(new long[] {2, 1}, new long[] {5, 5}, "1 is viewer 1 with 5");
            refused(new long[] {1, 1}, new long[] {5, 5}, "1 is viewer 1 with 5");
            refused(new long[] {1, 2}, new long[] {5, 0}, "1 is viewer 2 with 0");
            refused(new long[] {1}, new long[] {0}, "0 is viewer 1 with 0");
            assertThatThrownBy(() -> Standings.fromSorted(new long[] {1}, new long[0]))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private static void refused(long[] viewers, long[] values, String where) {
            assertThatThrownBy(() -> Standings.fromSorted(viewers, values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("at place " + where);
        }
    }

    @Nested
    class a_viewer {

        @ParameterizedTest
        @ValueSource(longs = {20, 19, 21, 0, -1, 1_000, Long.MAX_VALUE})
        void is_found_with_any_value_hint(long expected) {
            assertThat(standings.find(7, expected)).contains(ranked(3, 7, 20));
            assertThat(standings.find(9, expected)).contains(ranked(1, 9, 50));
            assertThat(standings.find(3, expected)).contains(ranked(5, 3, 10));
        }

        @Test
        void a_viewer_who_is_not_in_it_is_not_found() {
            assertThat(standings.find(4, 0)).isEmpty();
            assertThat(standings.find(6, 20)).isEmpty();
            assertThat(standings.around(6, 20, 2)).isEmpty();
        }

        @Test
        void comes_between_their_neighbours() {
            assertThat(standings.around(1, 20, 1)).isEqualTo(all.subList(1, 4));
            assertThat(standings.around(1, 20, 0)).isEqualTo(all.subList(2, 3));
            assertThat(standings.around(9, 50, 2)).isEqualTo(all.subList(0, 3));
            assertThat(standings.around(3, 1, 2)).isEqualTo(all.subList(2, 5));
            assertThat(standings.around(7, 20, Integer.MAX_VALUE)).isEqualTo(all);
        }
    }

    @Nested
    class pages {

        @Test
        void begin_at_the_top_and_go_on_after_the_last_one_seen() {
            assertThat(standings.top(0)).isEmpty();
            assertThat(standings.top(3)).isEqualTo(all.subList(0, 3));
            assertThat(standings.after(20, 1, 1)).isEqualTo(all.subList(3, 4));
            assertThat(standings.after(20, 1, 9)).isEqualTo(all.subList(3, 5));
            assertThat(standings.after(10, 3, 9)).isEmpty();
            assertThat(standings.after(50, 9, Integer.MAX_VALUE)).isEqualTo(all.subList(1, 5));
        }

        @Test
        void continue_also_after_one_who_has_moved() {
            assertThat(standings.after(45, 3, 2)).isEqualTo(all.subList(1, 3));
            assertThat(standings.after(20, 4, 2)).isEqualTo(all.subList(3, 5));
            assertThat(standings.after(40, 4, 1)).isEqualTo(all.subList(1, 2));
            assertThat(standings.after(40, 6, 1)).isEqualTo(all.subList(2, 3));
        }
    }

    @Nested
    class after_changes {

        @Test
        void are_what_all_values_would_give() {
            Standings changed = standings.withUpdates(new long[] {4, 9, 3, 1}, new long[] {20, 0, 60, 20});
            assertThat(changed.top(9))
                    .containsExactly(
                            ranked(1, 3, 60), ranked(2, 5, 40), ranked(3, 1, 20), ranked(3, 4, 20), ranked(3, 7, 20));
            assertThat(standings.top(9)).isEqualTo(all);
        }

        @Test
        void of_nobody_are_the_same() {
            assertThat(standings.withUpdates(new long[0], new long[0])).isEqualTo(standings);
            assertThat(standings.withUpdates(new long[] {11}, new long[] {0})).isEqualTo(standings);
            assertThat(Standings.EMPTY
                            .withUpdates(new long[] {2, 1}, new long[] {3, 4})
                            .top(2))
                    .containsExactly(ranked(1, 1, 4), ranked(2, 2, 3));
        }

        @Test
        void refuse_a_viewer_who_changes_twice() {
            assertThatThrownBy(() -> standings.withUpdates(new long[] {1, 1}, new long[] {0, 5}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("viewers must differ, but 1 comes twice");
        }
    }
}
