package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final Instant NOON = Instant.parse("2024-06-15T12:00:00Z");

    /** UTF-16 would put it after {@link #BEYOND_16_BITS}. */
    private static final String OF_16_BITS = "\uFFFD";

    private static final String BEYOND_16_BITS = "\uD83D\uDE00";

    private static Fact choice(Instant time, String source, String id) {
        return new RankingChoiceFact(new FactId(SubjectType.VIEWER, "ada", source, id), time, true);
    }

    private static void assertInOrder(Fact... facts) {
        for (int i = 0; i < facts.length; i++) {
            for (int j = 0; j < facts.length; j++) {
                assertThat(Integer.signum(Fact.LATEST_LAST.compare(facts[i], facts[j])))
                        .as("%s and %s", facts[i], facts[j])
                        .isEqualTo(Integer.signum(i - j));
            }
        }
    }

    @Test
    void the_later_fact_is_last_whatever_its_source_and_id() {
        assertInOrder(
                choice(NOON.minusNanos(1_000), "b", "b"),
                choice(NOON, "a", "b"),
                choice(NOON.plusNanos(1_000), "a", "a"));
    }

    @Test
    void facts_of_one_microsecond_are_of_one_instant() {
        assertInOrder(choice(NOON.plusNanos(999), "a", "a"), choice(NOON, "a", "b"));
    }

    @Test
    void at_one_instant_the_greater_source_is_last_whatever_its_id() {
        assertInOrder(choice(NOON, "a", "c"), choice(NOON, "a ", "b"), choice(NOON, "b", "a"));
    }

    @Test
    void of_one_instant_and_source_the_greater_id_is_last() {
        assertInOrder(choice(NOON, "a", "1"), choice(NOON, "a", "10"), choice(NOON, "a", "9"));
    }

    @Test
    void sources_and_ids_are_compared_by_code_point() {
        List<String> ascending = List.of("B", "a", "ä", OF_16_BITS, BEYOND_16_BITS);
        assertInOrder(ascending.stream().map(id -> choice(NOON, "a", id)).toArray(Fact[]::new));
        assertInOrder(
                ascending.stream().map(source -> choice(NOON, source, "a")).toArray(Fact[]::new));
    }

    @Test
    void facts_of_several_kinds_have_one_order() {
        FactId later = new FactId(SubjectType.VIEWER, "ada", "a", "2");
        LocalDate day = LocalDate.of(2024, 7, 1);
        assertInOrder(choice(NOON, "a", "1"), new PauseFact(later, NOON, day, day), choice(NOON, "a", "3"));
    }

    @Test
    void a_fact_on_a_date_is_before_all_instants() {
        FactId id = new FactId(SubjectType.VIEWER, "ada", "z", "z");
        Moment lastDate = new Moment.OnDate(LocalDate.of(9999, 12, 31));
        Fact onDate = new WatchFact(id, lastDate, null, null, null, null, null, null, null);
        assertInOrder(onDate, choice(Instants.EARLIEST, "a", "a"));
    }
}
