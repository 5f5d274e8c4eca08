package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FactLog} promises. */
public abstract class FactLogContract {

    /** An empty log. */
    protected abstract FactLog log();

    private FactLog log;
    private final ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film");

    @BeforeEach
    void open() {
        log = log();
    }

    @Test
    void a_new_fact_is_accepted() {
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.accepted());
    }

    @Test
    void an_empty_batch_has_no_verdicts() {
        assertThat(log.append(List.of())).isEmpty();
    }

    @Test
    void the_same_fact_again_is_a_duplicate() {
        log.append(List.of(fact));
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.duplicate());
    }

    @Test
    void another_fact_of_the_same_identity_is_a_conflict_and_the_first_stays() {
        log.append(List.of(fact));
        ParseResult.Parsed other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        assertThat(log.append(List.of(other))).containsExactly(IngestResult.conflict());
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.duplicate());
    }

    @Test
    void the_type_is_no_part_of_the_identity() {
        log.append(List.of(fact));
        ParseResult.Parsed rating = Events.read(
                Events.event("rating", "ada", "1", "2024-06-01T20:00:00Z", Map.of("title", "film", "score", 90)));
        assertThat(log.append(List.of(rating))).containsExactly(IngestResult.conflict());
    }

    @Test
    void a_title_and_a_viewer_of_the_same_name_are_two() {
        ParseResult.Parsed title = Events.movie("ada", "1");
        assertThat(log.append(List.of(fact, title))).containsExactly(IngestResult.accepted(), IngestResult.accepted());
    }

    @Test
    void facts_of_one_identity_in_one_batch_are_judged_in_its_order() {
        ParseResult.Parsed other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        assertThat(log.append(List.of(fact, other, fact)))
                .containsExactly(IngestResult.accepted(), IngestResult.conflict(), IngestResult.duplicate());
    }

    @Test
    void a_withdrawn_fact_never_comes_back() {
        log.append(List.of(fact));
        FactId id = fact.fact().id();
        assertThat(log.withdraw(id)).isEqualTo(FactLog.FactState.ACTIVE);
        assertThat(log.withdraw(id)).isEqualTo(FactLog.FactState.WITHDRAWN);
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.withdrawn());
        assertThat(log.append(List.of(Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film"))))
                .containsExactly(IngestResult.withdrawn());
    }

    private static ParseResult.Parsed withdrawn(ParseResult.Parsed parsed) {
        return new ParseResult.Parsed(parsed.fact(), parsed.digest(), ParseResult.DeclaredState.WITHDRAWN);
    }

    @Test
    void a_fact_that_claims_to_be_withdrawn_is_known_and_does_not_count() {
        ParseResult.Parsed title = Events.movie("film", "t");
        ParseResult.Parsed channel =
                Events.read(Events.event("channel", "arte", "1", "2024-01-01T00:00:00Z", Map.of()));
        for (ParseResult.Parsed parsed : List.of(fact, title, channel)) {
            assertThat(log.preview(List.of(withdrawn(parsed)))).containsExactly(IngestResult.withdrawn());
            assertThat(log.state(parsed.fact().id())).isEqualTo(FactLog.FactState.UNKNOWN);
            assertThat(log.append(List.of(withdrawn(parsed)))).containsExactly(IngestResult.withdrawn());
            assertThat(log.state(parsed.fact().id())).isEqualTo(FactLog.FactState.WITHDRAWN);
            assertThat(log.append(List.of(parsed, withdrawn(parsed))))
                    .containsExactly(IngestResult.withdrawn(), IngestResult.withdrawn());
        }
    }

    @Test
    void a_fact_that_counts_is_withdrawn_by_its_own_event() {
        List<ParseResult.Parsed> others = evenings(40);
        log.append(others);
        log.append(List.of(fact));
        assertThat(log.append(others.stream().map(FactLogContract::withdrawn).toList()))
                .containsOnly(IngestResult.withdrawn());
        assertThat(log.state(others.get(7).fact().id())).isEqualTo(FactLog.FactState.WITHDRAWN);
        assertThat(log.state(fact.fact().id())).isEqualTo(FactLog.FactState.ACTIVE);
    }

    @Test
    void withdrawals_in_one_batch_are_judged_in_its_order() {
        ParseResult.Parsed other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        List<ParseResult.Parsed> batch = List.of(fact, withdrawn(other), withdrawn(fact), fact, other);
        List<IngestResult> results = List.of(
                IngestResult.accepted(),
                IngestResult.conflict(),
                IngestResult.withdrawn(),
                IngestResult.withdrawn(),
                IngestResult.withdrawn());
        assertThat(log.preview(batch)).isEqualTo(results);
        assertThat(log.append(batch)).isEqualTo(results);
        assertThat(log.append(List.of(withdrawn(other)))).containsExactly(IngestResult.withdrawn());
        assertThat(log.state(fact.fact().id())).isEqualTo(FactLog.FactState.WITHDRAWN);
    }

    @Test
    void what_is_known_of_an_identity_can_be_asked() {
        FactId id = fact.fact().id();
        assertThat(log.state(id)).isEqualTo(FactLog.FactState.UNKNOWN);
        log.append(List.of(fact));
        assertThat(log.state(id)).isEqualTo(FactLog.FactState.ACTIVE);
        assertThat(log.state(Events.watch("ada", "2", "2024-06-01T20:00:00Z", "film")
                        .fact()
                        .id()))
                .isEqualTo(FactLog.FactState.UNKNOWN);
        log.withdraw(id);
        assertThat(log.state(id)).isEqualTo(FactLog.FactState.WITHDRAWN);
    }

    @Test
    void facts_are_judged_without_being_stored() {
        ParseResult.Parsed other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        ParseResult.Parsed title = Events.movie("film", "t");
        List<ParseResult.Parsed> batch = List.of(fact, title, other, fact, title);
        List<IngestResult> results = List.of(
                IngestResult.accepted(),
                IngestResult.accepted(),
                IngestResult.conflict(),
                IngestResult.duplicate(),
                IngestResult.duplicate());
        assertThat(log.preview(batch)).isEqualTo(results);
        assertThat(log.preview(batch)).isEqualTo(results);
        assertThat(log.append(batch)).isEqualTo(results);
        log.withdraw(title.fact().id());
        assertThat(log.preview(List.of(other, fact, title)))
                .containsExactly(IngestResult.conflict(), IngestResult.duplicate(), IngestResult.withdrawn());
    }

    @Test
    void what_was_never_there_cannot_be_withdrawn() {
        assertThat(log.withdraw(fact.fact().id())).isEqualTo(FactLog.FactState.UNKNOWN);
    }

    @Test
    void what_is_sent_again_of_the_forgotten_is_new() {
        log.append(List.of(fact, Events.watch("ada", "2", "2024-06-01T20:00:00Z", "film")));
        log.withdraw(fact.fact().id());
        ViewerId ada = new ViewerId("ada");
        assertThat(log.erase(ada)).isTrue();
        assertThat(log.erase(ada)).isFalse();
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.accepted());
    }

    @Test
    void facts_about_titles_and_channels_are_judged_alike() {
        for (ParseResult.Parsed first : List.of(
                Events.movie("film", "1"),
                Events.read(Events.event("channel", "arte", "1", "2024-01-01T00:00:00Z", Map.of())))) {
            assertThat(log.append(List.of(first, first)))
                    .containsExactly(IngestResult.accepted(), IngestResult.duplicate());
            assertThat(log.append(List.of(first))).containsExactly(IngestResult.duplicate());
            assertThat(log.withdraw(first.fact().id())).isEqualTo(FactLog.FactState.ACTIVE);
            assertThat(log.withdraw(first.fact().id())).isEqualTo(FactLog.FactState.WITHDRAWN);
            assertThat(log.append(List.of(first))).containsExactly(IngestResult.withdrawn());
        }
    }

    private static List<ParseResult.Parsed> evenings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Events.watch("viewer-" + i % 40, "e" + i, "2024-06-01T20:00:00Z", "film"))
                .toList();
    }

    /** A check of only a part of a batch may take it for new. */
    @Test
    void one_known_fact_among_many_new_ones_is_a_duplicate_and_the_others_are_accepted() {
        List<ParseResult.Parsed> batch = evenings(500);
        log.append(List.of(batch.get(321)));
        List<IngestResult> results = log.append(batch);
        assertThat(results.get(321)).isEqualTo(IngestResult.duplicate());
        assertThat(results).filteredOn(IngestResult.accepted()::equals).hasSize(499);
        assertThat(log.append(batch)).hasSize(500).containsOnly(IngestResult.duplicate());
    }

    @Test
    void each_fact_of_many_concurrent_senders_is_accepted_exactly_once() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<IngestResult>>> sending = new ArrayList<>();
            for (int seed = 0; seed < 8; seed++) {
                List<ParseResult.Parsed> shuffled = new ArrayList<>(evenings(300));
                Collections.shuffle(shuffled, new Random(seed));
                sending.add(() -> log.append(shuffled));
            }
            Map<IngestResult, Integer> told = new HashMap<>();
            for (Future<List<IngestResult>> one : senders.invokeAll(sending)) {
                one.get().forEach(result -> told.merge(result, 1, Integer::sum));
            }
            assertThat(told).isEqualTo(Map.of(IngestResult.accepted(), 300, IngestResult.duplicate(), 7 * 300));
        } finally {
            senders.shutdownNow();
        }
    }
}
