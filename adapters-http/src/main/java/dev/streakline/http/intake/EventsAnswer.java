package dev.streakline.http.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the events of a request. The counts add up to {@code read}.
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
     * @param index its index in an array, from 0, or its line in a stream, from 1
     * @param outcome its outcome
     * @param code why it was rejected, a stable word
     * @param pointer to the member at fault
     * @param detail the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemJson(
            long index,
            String outcome,
            @Nullable String code,
            @Nullable String pointer,
            @Nullable String detail) {

        static ItemJson of(long index, IngestResult result) {
            Rejection rejection = result.rejection();
            return new ItemJson(
                    index,
                    result.outcome().code(),
                    rejection == null ? null : rejection.code().code(),
                    rejection == null ? null : rejection.pointer(),
                    rejection == null ? null : rejection.reason());
        }
    }

    /** Counts verdicts and remembers some. */
    static final class VerdictCounts {

        private static final int MOST_ITEMS = 1000;

        private final Map<IngestOutcome, Long> counts = new EnumMap<>(IngestOutcome.class);
        private final List<ItemJson> items = new ArrayList<>();

        /** Every item is remembered. */
        void item(long index, IngestResult result) {
            count(result);
            items.add(ItemJson.of(index, result));
        }

        /** Records the items that are not accepted, the first thousand of them. */
        void line(long line, IngestResult result) {
            count(result);
            if (result.outcome() != IngestOutcome.ACCEPTED && items.size() < MOST_ITEMS) {
                items.add(ItemJson.of(line, result));
            }
        }

        private void count(IngestResult result) {
            counts.merge(result.outcome(), 1L, Long::sum);
        }

        EventsAnswer answer() {
            return new EventsAnswer(
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    of(IngestOutcome.ACCEPTED),
                    of(IngestOutcome.DUPLICATE),
                    of(IngestOutcome.CONFLICT),
                    of(IngestOutcome.WITHDRAWN),
                    of(IngestOutcome.REJECTED),
                    items);
        }

        private long of(IngestOutcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }
}
