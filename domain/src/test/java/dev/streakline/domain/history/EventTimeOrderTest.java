package dev.streakline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.statistics.TestFact;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeOrderTest {

    private static final LocalDayClock UTC = LocalDayClock.of(ZoneTimeline.UTC, DayStart.MIDNIGHT);

    private final EventTimeOrder cursor = new EventTimeOrder();

    private static ViewerHistory all(FactColumns facts) {
        return new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.UTC, List.of());
    }

    private static FactColumns at(List<Long> times) {
        FactColumns facts = new FactColumns(times.size());
        times.forEach(time -> TestFact.chat(facts, time));
        return facts;
    }

    /** The times in the order of the cursor, once it is certain that its rows are the rows of these times. */
    private List<Long> inOrder(List<Long> times) {
        cursor.order(all(at(times)), UTC);
        assertThat(cursor.size()).isEqualTo(times.size());
        List<Long> ordered = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < cursor.size(); i++) {
            assertThat(cursor.time(i)).isEqualTo(times.get(cursor.row(i)));
            ordered.add(cursor.time(i));
            rows.add(cursor.row(i));
        }
        assertThat(rows).doesNotHaveDuplicates();
        return ordered;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 2 3 4",
                "4 3 2 1",
                "1 1 1",
                "2 1",
                "1 3 2",
                "3 1 2",
                "5 6 7 1 2 3",
                "5 6 1 2 8 9",
                "1 5 2 6 3 7 4 8",
                "9 8 7 1 2 3 6 5 4",
                "2 2 1 1 3 3 1"
            })
    void facts_stand_in_event_time_order(String told) {
        List<Long> times = Arrays.stream(told.split(" ", -1)).map(Long::valueOf).toList();
        List<Long> sorted = times.stream().sorted().toList();
        assertThat(inOrder(times)).isEqualTo(sorted);
    }

    @Test
    void a_viewer_without_facts_has_none_in_order() {
        assertThat(inOrder(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"255, 1", "256, 2", "257, 3", "511, 4", "512, 5", "513, 6", "3000, 7"})
    void any_number_of_facts_in_any_order_is_ordered(int size, long seed) {
        Random random = new Random(seed);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            times.add((long) random.nextInt(size));
        }
        List<Long> sorted = times.stream().sorted().toList();
        assertThat(inOrder(times)).isEqualTo(sorted);
        assertThat(inOrder(sorted)).isEqualTo(sorted);
        Collections.reverse(times);
        assertThat(inOrder(times)).isEqualTo(sorted);
        assertThat(inOrder(times.subList(0, 3)))
                .isEqualTo(times.subList(0, 3).stream().sorted().toList());
    }

    @Test
    void only_the_viewers_own_rows_are_ordered() {
        FactColumns facts = at(List.of(1L, 9L, 8L, 2L));
        cursor.order(new ViewerHistory(facts, 1, 3, ZoneTimeline.UTC, List.of()), UTC);
        assertThat(List.of(cursor.size(), cursor.row(0), cursor.row(1))).containsExactly(2, 2, 1);
    }

    @Test
    void a_date_only_fact_stands_where_its_local_day_begins() {
        LocalDayClock tokyo = LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of("Asia/Tokyo")), DayStart.MIDNIGHT);
        long begins = 100 * EpochMicros.PER_DAY - 9 * 3_600 * EpochMicros.PER_SECOND;
        FactColumns facts = new FactColumns(3);
        TestFact.chat(facts, begins + 1);
        facts.watchOn(100, 0, 60, Completed.UNSPECIFIED);
        TestFact.chat(facts, begins - 1);
        cursor.order(all(facts), tokyo);
        assertThat(List.of(cursor.time(0), cursor.time(1), cursor.time(2)))
                .containsExactly(begins - 1, begins, begins + 1);
        assertThat(cursor.row(1)).isEqualTo(1);
    }
}
