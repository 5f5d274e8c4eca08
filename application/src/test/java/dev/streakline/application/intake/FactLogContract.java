package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Verdict;
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
    private final Reading.Read fact = Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film");

    @BeforeEach
    void open() {
        log = log();
    }

    @Test
    void a_new_fact_is_accepted() {
        assertThat(log.append(List.of(fact))).containsExactly(Verdict.accepted());
    }

    @Test
    void an_empty_batch_has_no_verdicts() {
        assertThat(log.append(List.of())).isEmpty();
    }

    @Test
    void the_same_fact_again_is_a_duplicate() {
        log.append(List.of(fact));
        assertThat(log.append(List.of(fact))).containsExactly(Verdict.duplicate());
    }

    @Test
    void another_fact_of_the_same_identity_is_a_conflict_and_the_first_stays() {
        log.append(List.of(fact));
        Reading.Read other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        assertThat(log.append(List.of(other))).containsExactly(Verdict.conflict());
        assertThat(log.append(List.of(fact))).containsExactly(Verdict.duplicate());
    }

    @Test
    void the_type_is_no_part_of_the_identity() {
        log.append(List.of(fact));
        Reading.Read rating = Events.read(
                Events.event("rating", "ada", "1", "2024-06-01T20:00:00Z", Map.of("title", "film", "score", 90)));
        assertThat(log.append(List.of(rating))).containsExactly(Verdict.conflict());
    }

    @Test
    void a_title_and_a_viewer_of_the_same_name_are_two() {
        Reading.Read title = Events.movie("ada", "1");
        assertThat(log.append(List.of(fact, title))).containsExactly(Verdict.accepted(), Verdict.accepted());
    }

    @Test
    void facts_of_one_identity_in_one_batch_are_judged_in_its_order() {
        Reading.Read other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        assertThat(log.append(List.of(fact, other, fact)))
                .containsExactly(Verdict.accepted(), Verdict.conflict(), Verdict.duplicate());
    }

    @Test
    void a_withdrawn_fact_never_comes_back() {
        log.append(List.of(fact));
        FactId id = fact.fact().id();
        assertThat(log.withdraw(id)).isEqualTo(FactLog.State.COUNTS);
        assertThat(log.withdraw(id)).isEqualTo(FactLog.State.WITHDRAWN);
        assertThat(log.append(List.of(fact))).containsExactly(Verdict.withdrawn());
        assertThat(log.append(List.of(Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film"))))
                .containsExactly(Verdict.withdrawn());
    }

    private static Reading.Read withdrawn(Reading.Read read) {
        return new Reading.Read(read.fact(), read.digest(), Reading.Claim.WITHDRAWN);
    }

    @Test
    void a_fact_that_claims_to_be_withdrawn_is_known_and_does_not_count() {
        Reading.Read title = Events.movie("film", "t");
        Reading.Read channel = Events.read(Events.event("channel", "arte", "1", "2024-01-01T00:00:00Z", Map.of()));
        for (Reading.Read read : List.of(fact, title, channel)) {
            assertThat(log.judge(List.of(withdrawn(read)))).containsExactly(Verdict.withdrawn());
            assertThat(log.state(read.fact().id())).isEqualTo(FactLog.State.UNKNOWN);
            assertThat(log.append(List.of(withdrawn(read)))).containsExactly(Verdict.withdrawn());
            assertThat(log.state(read.fact().id())).isEqualTo(FactLog.State.WITHDRAWN);
            assertThat(log.append(List.of(read, withdrawn(read))))
                    .containsExactly(Verdict.withdrawn(), Verdict.withdrawn());
        }
    }

    @Test
    void a_fact_that_counts_is_withdrawn_by_its_own_event() {
        List<Reading.Read> others = evenings(40);
        log.append(others);
        log.append(List.of(fact));
        assertThat(log.append(others.stream().map(FactLogContract::withdrawn).toList()))
                .containsOnly(Verdict.withdrawn());
        assertThat(log.state(others.get(7).fact().id())).isEqualTo(FactLog.State.WITHDRAWN);
        assertThat(log.state(fact.fact().id())).isEqualTo(FactLog.State.COUNTS);
    }

    @Test
    void withdrawals_in_one_batch_are_judged_in_its_order() {
        Reading.Read other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        List<Reading.Read> batch = List.of(fact, withdrawn(other), withdrawn(fact), fact, other);
        List<Verdict> verdicts = List.of(
                Verdict.accepted(), Verdict.conflict(), Verdict.withdrawn(), Verdict.withdrawn(), Verdict.withdrawn());
        assertThat(log.judge(batch)).isEqualTo(verdicts);
        assertThat(log.append(batch)).isEqualTo(verdicts);
        assertThat(log.append(List.of(withdrawn(other)))).containsExactly(Verdict.withdrawn());
        assertThat(log.state(fact.fact().id())).isEqualTo(FactLog.State.WITHDRAWN);
    }

    @Test
    void what_is_known_of_an_identity_can_be_asked() {
        FactId id = fact.fact().id();
        assertThat(log.state(id)).isEqualTo(FactLog.State.UNKNOWN);
        log.append(List.of(fact));
        assertThat(log.state(id)).isEqualTo(FactLog.State.COUNTS);
        assertThat(log.state(Events.watch("ada", "2", "2024-06-01T20:00:00Z", "film")
                        .fact()
                        .id()))
                .isEqualTo(FactLog.State.UNKNOWN);
        log.withdraw(id);
        assertThat(log.state(id)).isEqualTo(FactLog.State.WITHDRAWN);
    }

    @Test
    void facts_are_judged_without_being_stored() {
        Reading.Read other = Events.watch("ada", "1", "2024-06-02T20:00:00Z", "film");
        Reading.Read title = Events.movie("film", "t");
        List<Reading.Read> batch = List.of(fact, title, other, fact, title);
        List<Verdict> verdicts = List.of(
                Verdict.accepted(), Verdict.accepted(), Verdict.conflict(), Verdict.duplicate(), Verdict.duplicate());
        assertThat(log.judge(batch)).isEqualTo(verdicts);
        assertThat(log.judge(batch)).isEqualTo(verdicts);
        assertThat(log.append(batch)).isEqualTo(verdicts);
        log.withdraw(title.fact().id());
        assertThat(log.judge(List.of(other, fact, title)))
                .containsExactly(Verdict.conflict(), Verdict.duplicate(), Verdict.withdrawn());
    }

    @Test
    void what_was_never_there_cannot_be_withdrawn() {
        assertThat(log.withdraw(fact.fact().id())).isEqualTo(FactLog.State.UNKNOWN);
    }

    @Test
    void what_is_sent_again_of_the_forgotten_is_new() {
        log.append(List.of(fact, Events.watch("ada", "2", "2024-06-01T20:00:00Z", "film")));
        log.withdraw(fact.fact().id());
        ViewerId ada = new ViewerId("ada");
        assertThat(log.forget(ada)).isTrue();
        assertThat(log.forget(ada)).isFalse();
        assertThat(log.append(List.of(fact))).containsExactly(Verdict.accepted());
    }

    @Test
    void facts_about_titles_and_channels_are_judged_alike() {
        for (Reading.Read first : List.of(
                Events.movie("film", "1"),
                Events.read(Events.event("channel", "arte", "1", "2024-01-01T00:00:00Z", Map.of())))) {
            assertThat(log.append(List.of(first, first))).containsExactly(Verdict.accepted(), Verdict.duplicate());
            assertThat(log.append(List.of(first))).containsExactly(Verdict.duplicate());
            assertThat(log.withdraw(first.fact().id())).isEqualTo(FactLog.State.COUNTS);
            assertThat(log.withdraw(first.fact().id())).isEqualTo(FactLog.State.WITHDRAWN);
            assertThat(log.append(List.of(first))).containsExactly(Verdict.withdrawn());
        }
    }

    private static List<Reading.Read> evenings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Events.watch("viewer-" + i % 40, "e" + i, "2024-06-01T20:00:00Z", "film"))
                .toList();
    }

    /** Whoever looks at a part of a batch only may take it for new. */
    @Test
    void one_known_fact_among_many_new_ones_is_told_and_the_others_are_taken() {
        List<Reading.Read> batch = evenings(500);
        log.append(List.of(batch.get(321)));
        List<Verdict> verdicts = log.append(batch);
        assertThat(verdicts.get(321)).isEqualTo(Verdict.duplicate());
        assertThat(verdicts).filteredOn(Verdict.accepted()::equals).hasSize(499);
        assertThat(log.append(batch)).hasSize(500).containsOnly(Verdict.duplicate());
    }

    @Test
    void of_many_senders_of_the_same_facts_exactly_one_is_told_of_each_that_it_was_accepted() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Verdict>>> sending = new ArrayList<>();
            for (int seed = 0; seed < 8; seed++) {
                List<Reading.Read> shuffled = new ArrayList<>(evenings(300));
                Collections.shuffle(shuffled, new Random(seed));
                sending.add(() -> log.append(shuffled));
            }
            Map<Verdict, Integer> told = new HashMap<>();
            for (Future<List<Verdict>> one : senders.invokeAll(sending)) {
                one.get().forEach(verdict -> told.merge(verdict, 1, Integer::sum));
            }
            assertThat(told).isEqualTo(Map.of(Verdict.accepted(), 300, Verdict.duplicate(), 7 * 300));
        } finally {
            senders.shutdownNow();
        }
    }
}
