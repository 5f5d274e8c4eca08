package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.Lives;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.persistence.name.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsBytesTest {

    private static ViewerStatistics folded(List<ParseResult.Parsed> facts) {
        InMemoryStore store = new InMemoryStore();
        store.facts().append(List.of(Events.watch("ada", "first", "2020-06-01T20:00:00Z", "film-1")));
        store.facts().append(facts);
        Histories.ViewerSnapshot snapshot =
                store.histories().history(new ViewerId("ada")).orElseThrow();
        return new Fold(snapshot.catalogue().titles(), snapshot.policies()).of(snapshot.history());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void statistics_read_as_they_were_written_and_equal_ones_are_equal_bytes(int seed) {
        List<ParseResult.Parsed> facts = Lives.of("ada", new Random(seed));
        ViewerStatistics statistics = folded(facts);
        StatisticsBytes bytes = StatisticsBytes.of(statistics);
        ViewerStatistics read = new StatisticsBytes(bytes.bytes()).statistics(Policies.DEFAULT);
        assertThat(read).isEqualTo(statistics);
        assertThat(read.nextChangeAt(Events.NOW)).isEqualTo(statistics.nextChangeAt(Events.NOW));
        Collections.shuffle(facts, new Random(seed));
        assertThat(StatisticsBytes.of(folded(facts)).bytes()).isEqualTo(bytes.bytes());
        assertThat(Digest.of(StatisticsBytes.of(folded(facts)).bytes())).isEqualTo(Digest.of(bytes.bytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void those_of_channels_read_as_they_were_written_too(int seed) {
        InMemoryStore store = new InMemoryStore();
        store.facts().append(Lives.of("ada", new Random(seed)));
        store.facts().append(List.of(Events.watchOn("c1", "ada", "first", "1903-06-01T20:00:00Z", 60)));
        Histories.ViewerSnapshot snapshot =
                store.histories().history(new ViewerId("ada")).orElseThrow();
        assertThat(new Fold(snapshot.catalogue().titles(), snapshot.policies())
                        .withChannels(snapshot.history())
                        .channels())
                .isNotEmpty()
                .allSatisfy(on -> {
                    ChannelBytes bytes = ChannelBytes.of(on.statistics());
                    assertThat(bytes.statistics()).isEqualTo(on.statistics());
                    assertThat(ChannelBytes.of(bytes.statistics())).isEqualTo(bytes);
                });
    }

    @Test
    void bytes_of_another_form_are_refused() {
        assertThatThrownBy(() -> new ChannelBytes(new byte[] {9}).statistics())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
        assertThatThrownBy(() -> new StatisticsBytes(new byte[] {9}).statistics(Policies.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }
}
