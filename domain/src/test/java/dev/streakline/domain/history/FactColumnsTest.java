package dev.streakline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.statistics.TestFact;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactColumnsTest {

    private static final long LARGEST = 1L << 31;

    private final FactColumns facts = new FactColumns(0);

    private static String told(FactColumns facts, int row) {
        String range = facts.hasRange(row) ? facts.rangeFrom(row) + "-" + facts.rangeTo(row) : "whole";
        return (facts.isInteraction(row) ? "interaction" : "watch")
                + (facts.isDateOnly(row) ? " on " : " at ")
                + List.of(facts.time(row), facts.title(row), facts.seconds(row), facts.platform(row))
                + facts.session(row)
                + facts.completed(row)
                + range
                + " on channel "
                + facts.channel(row)
                + (facts.isInteraction(row) ? " " + facts.interactionKind(row) + " " + facts.bits(row) : "");
    }

    @Nested
    class a_row {

        @ParameterizedTest
        @EnumSource
        void of_a_watch_fact_returns_what_was_appended(Completed completed) {
            facts.watch(-5, 3, 60, completed);
            facts.onChannel(7);
            facts.onPlatform(2);
            facts.inSession(9);
            assertThat(told(facts, 0)).isEqualTo("watch at [-5, 3, 60, 2]9" + completed + "whole on channel 7");
        }

        @ParameterizedTest
        @EnumSource
        void of_a_date_only_fact_returns_the_day(Completed completed) {
            facts.watchOn(-5, 3, FactColumns.UNKNOWN_SECONDS, completed);
            assertThat(told(facts, 0)).isEqualTo("watch on [-5, 3, -1, -1]-1" + completed + "whole on channel -1");
        }

        @ParameterizedTest
        @EnumSource
        void of_an_interaction_returns_its_instant_channel_kind_and_bits(InteractionKind kind) {
            facts.interaction(Long.MAX_VALUE, 6, kind, 1_000_000_000);
            assertThat(told(facts, 0))
                    .isEqualTo("interaction at [" + Long.MAX_VALUE
                            + ", -1, 1000000000, -1]-1UNSPECIFIEDwhole on channel 6 " + kind + " 1000000000");
        }

        @Test
        void names_no_channel_where_none_was_set() {
            TestFact.chat(facts, 1);
            facts.onChannel(4);
            TestFact.chat(facts, 2);
            facts.watch(3, 1, 1, Completed.NO);
            assertThat(List.of(facts.channel(0), facts.channel(1), facts.channel(2)))
                    .containsExactly(4, NameIndex.NONE, NameIndex.NONE);
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1_000_000_001, Long.MAX_VALUE})
        void of_an_interaction_of_other_bits_is_refused(long bits) {
            assertThatThrownBy(() -> facts.interaction(0, 1, InteractionKind.CHEER, bits))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("but is " + bits);
            assertThat(facts.size()).isZero();
        }

        @Test
        void copied_from_other_columns_returns_the_same() {
            FactColumns others = new FactColumns(4);
            others.watch(1, 2, 3, Completed.YES);
            others.onChannel(20);
            others.onPlatform(4);
            others.inSession(5);
            others.ofRange(6, 7);
            others.watchOn(8, 9, FactColumns.UNKNOWN_SECONDS, Completed.NO);
            others.interaction(10, 11, InteractionKind.RAID, 12);
            for (int row = others.size() - 1; row >= 0; row--) {
                facts.copy(others, row);
            }
            assertThat(facts.size()).isEqualTo(3);
            for (int row = 0; row < 3; row++) {
                assertThat(told(facts, row)).isEqualTo(told(others, 2 - row));
            }
        }

        @Test
        void in_another_order_returns_the_same() {
            assertThat(facts.inOrder(new int[0]).size()).isZero();
            facts.watch(1, 2, 3, Completed.YES);
            TestFact.chat(facts, 4);
            FactColumns plain = facts.inOrder(new int[] {1, 0});
            facts.watchOn(5, 6, FactColumns.UNKNOWN_SECONDS, Completed.NO);
            facts.onChannel(30);
            facts.onPlatform(7);
            facts.inSession(8);
            facts.ofRange(9, 10);
            FactColumns ordered = facts.inOrder(new int[] {2, 0, 1, 2});
            assertThat(plain.size()).isEqualTo(2);
            assertThat(told(plain, 0)).isEqualTo(told(facts, 1));
            assertThat(told(plain, 1)).isEqualTo(told(facts, 0));
            assertThat(ordered.size()).isEqualTo(4);
            int row = 0;
            for (int before : new int[] {2, 0, 1, 2}) {
                assertThat(told(ordered, row++)).isEqualTo(told(facts, before));
            }
            ordered.watch(11, 12, 13, Completed.UNSPECIFIED);
            assertThat(told(ordered, 4)).isEqualTo("watch at [11, 12, 13, -1]-1UNSPECIFIEDwhole on channel -1");
        }

        @Test
        void after_clearing_knows_nothing_of_the_one_before() {
            facts.watchOn(1, 2, 3, Completed.YES);
            facts.onChannel(3);
            facts.onPlatform(4);
            facts.inSession(5);
            facts.ofRange(6, 7);
            facts.clear();
            assertThat(facts.size()).isZero();
            facts.watch(8, Titles.NONE, 0, Completed.UNSPECIFIED);
            assertThat(told(facts, 0)).isEqualTo("watch at [8, -1, 0, -1]-1UNSPECIFIEDwhole on channel -1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 64, 100, 1_000})
    void any_number_of_rows_finds_room(int capacity) {
        FactColumns columns = new FactColumns(capacity);
        for (int i = 0; i < 500; i++) {
            columns.watch(i, i + 1, i + 2, Completed.YES);
            columns.onChannel(i + 7);
            columns.onPlatform(i + 3);
            columns.inSession(i + 4);
            columns.ofRange(i + 5, i + 6);
        }
        assertThat(columns.size()).isEqualTo(500);
        for (int i = 0; i < 500; i++) {
            assertThat(told(columns, i))
                    .isEqualTo("watch at " + List.of((long) i, i + 1, i + 2, i + 3) + (i + 4) + "YES" + (i + 5) + "-"
                            + (i + 6) + " on channel " + (i + 7));
        }
    }

    @Nested
    class a_range {

        @ParameterizedTest
        @CsvSource({"-1, 86400", "60, 60", "0, 0"})
        void is_the_length_of_a_fact_that_states_none(int stated, int seconds) {
            facts.watch(0, 0, stated, Completed.UNSPECIFIED);
            facts.ofRange(100, 86_500);
            assertThat(facts.seconds(0)).isEqualTo(seconds);
        }

        @ParameterizedTest
        @CsvSource({"0, 1", "0, 2147483648", "2147483647, 2147483648"})
        void may_lie_anywhere_within_two_to_the_31_seconds(long from, long to) {
            facts.watch(0, 0, 60, Completed.UNSPECIFIED);
            facts.ofRange(from, to);
            assertThat(facts.rangeFrom(0)).isEqualTo(from);
            assertThat(facts.rangeTo(0)).isEqualTo(to);
        }

        @ParameterizedTest
        @CsvSource({"-1, 5", "5, 5", "5, 4", "0, 2147483649"})
        void that_is_empty_or_out_of_bounds_is_refused(long from, long to) {
            facts.watch(0, 0, 60, Completed.UNSPECIFIED);
            assertThatThrownBy(() -> facts.ofRange(from, to))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(from + " to " + to);
            assertThat(facts.hasRange(0)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(longs = {86_401, LARGEST})
        void longer_than_a_day_is_no_length(long to) {
            facts.watch(0, 0, FactColumns.UNKNOWN_SECONDS, Completed.UNSPECIFIED);
            assertThatThrownBy(() -> facts.ofRange(0, to))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("but is " + to);
        }

        @Test
        void belongs_to_the_fact_appended_last() {
            facts.watch(0, 0, 60, Completed.UNSPECIFIED);
            facts.watch(1, 1, 60, Completed.UNSPECIFIED);
            facts.ofRange(0, 5);
            assertThat(List.of(facts.hasRange(0), facts.hasRange(1))).containsExactly(false, true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 86_400})
    void seconds_of_a_day_or_unknown_ones_are_taken(int seconds) {
        facts.watch(0, 0, seconds, Completed.UNSPECIFIED);
        assertThat(facts.seconds(0)).isEqualTo(seconds);
        assertThat(facts.platform(0)).isEqualTo(NameIndex.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 86_401})
    void other_seconds_are_refused_and_leave_no_row(int seconds) {
        assertThatThrownBy(() -> facts.watch(0, 0, seconds, Completed.UNSPECIFIED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but is " + seconds);
        assertThat(facts.size()).isZero();
    }
}
