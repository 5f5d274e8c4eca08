package dev.streakline.persistence.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Events;
import dev.streakline.application.history.Histories;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.domain.history.Fold;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsBytesTest {

    private static final List<String> ZONES =
            List.of("UTC", "Pacific/Apia", "Africa/Cairo", "America/St_Johns", "Asia/Kathmandu");

    private static List<Reading.Read> life(Random random) {
        List<Reading.Read> life = new ArrayList<>();
        life.add(Events.movie("film-1", "t1"));
        life.add(Events.read(Events.event(
                "title", "part-1", "t2", "2024-01-01T00:00:00Z", Map.of("kind", "episode", "name", "P", "show", "s"))));
        for (int i = 0; i < random.nextInt(200); i++) {
            String time = "20%02d-%02d-%02dT%02d:00:00Z"
                    .formatted(
                            random.nextInt(10, 24), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(24));
            life.add(
                    switch (random.nextInt(12)) {
                        case 0 ->
                            Events.read(Events.event(
                                    "viewer",
                                    "ada",
                                    "v" + i,
                                    time,
                                    Map.of("zone", ZONES.get(random.nextInt(ZONES.size())))));
                        case 1 ->
                            Events.read(Events.event(
                                    "pause",
                                    "ada",
                                    "p" + i,
                                    time,
                                    Map.of("from", time.substring(0, 10), "to", time.substring(0, 10))));
                        case 2 ->
                            Events.read(
                                    Events.event("watch", "ada", "d" + i, null, Map.of("date", time.substring(0, 10))));
                        default -> Events.watch("ada", "w" + i, time, random.nextBoolean() ? "film-1" : "part-1");
                    });
        }
        return life;
    }

    private static ViewerStatistics folded(List<Reading.Read> facts) {
        InMemoryStore store = new InMemoryStore();
        store.append(List.of(Events.watch("ada", "first", "2020-06-01T20:00:00Z", "film-1")));
        store.append(facts);
        Histories.Known known = store.history(new ViewerId("ada")).orElseThrow();
        return new Fold(known.catalogue().titles(), known.policies()).of(known.history());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void statistics_read_as_they_were_written_and_equal_ones_are_equal_bytes(int seed) {
        List<Reading.Read> facts = life(new Random(seed));
        ViewerStatistics statistics = folded(facts);
        StatisticsBytes bytes = StatisticsBytes.of(statistics);
        ViewerStatistics read = new StatisticsBytes(bytes.bytes()).statistics(Policies.DEFAULT);
        assertThat(read).isEqualTo(statistics);
        assertThat(read.nextChangeAt(Events.NOW)).isEqualTo(statistics.nextChangeAt(Events.NOW));
        Collections.shuffle(facts, new Random(seed));
        assertThat(StatisticsBytes.of(folded(facts)).bytes()).isEqualTo(bytes.bytes());
        assertThat(StatisticsBytes.of(folded(facts)).digest()).isEqualTo(bytes.digest());
    }

    @Test
    void bytes_of_another_form_are_refused() {
        assertThatThrownBy(() -> new StatisticsBytes(new byte[] {9}).statistics(Policies.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }
}
