package dev.streakline.http.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streakline.application.fact.Outcome;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of a request. The counts add up to {@code read}.
 *
 * @param items of an array, each item; of a stream, the first thousand that were not accepted
 */
record EventsAnswer(
        long read, long accepted, long duplicate, long conflict, long withdrawn, long rejected, List<ItemJson> items) {

    /** Defensive copies. */
    EventsAnswer {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param index of an array its place, from 0; of a stream its line, from 1
     * @param outcome what became of it
     * @param code why it was rejected, a stable word
     * @param pointer to what is wrong in it
     * @param detail the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemJson(
            long index,
            String outcome,
            @Nullable String code,
            @Nullable String pointer,
            @Nullable String detail) {

        static ItemJson of(long index, Verdict verdict) {
            Rejection rejection = verdict.rejection();
            return new ItemJson(
                    index,
                    verdict.outcome().code(),
                    rejection == null ? null : rejection.code().code(),
                    rejection == null ? null : rejection.pointer(),
                    rejection == null ? null : rejection.reason());
        }
    }

    /** Counts verdicts and remembers some. */
    static final class Tally {

        private static final int MOST_ITEMS = 1000;

        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private final List<ItemJson> items = new ArrayList<>();

        /** Every item is remembered. */
        void item(long index, Verdict verdict) {
            count(verdict);
            items.add(ItemJson.of(index, verdict));
        }

        /** What is not accepted is remembered, the first thousand of it. */
        void line(long line, Verdict verdict) {
            count(verdict);
            if (verdict.outcome() != Outcome.ACCEPTED && items.size() < MOST_ITEMS) {
                items.add(ItemJson.of(line, verdict));
            }
        }

        private void count(Verdict verdict) {
            counts.merge(verdict.outcome(), 1L, Long::sum);
        }

        EventsAnswer answer() {
            return new EventsAnswer(
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    of(Outcome.ACCEPTED),
                    of(Outcome.DUPLICATE),
                    of(Outcome.CONFLICT),
                    of(Outcome.WITHDRAWN),
                    of(Outcome.REJECTED),
                    items);
        }

        private long of(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }
}
