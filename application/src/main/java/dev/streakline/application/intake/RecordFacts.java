package dev.streakline.application.intake;

import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records events: reads each, stores the valid ones as facts, and returns the outcome of each (section 2). */
public final class RecordFacts {

    private final EventReader eventReader;
    private final FactLog facts;
    private final @Nullable StoreFacts storeFacts;

    /** Stores those facts that a sender may send. */
    public interface StoreFacts {

        /**
         * Stores the facts that the sender may send.
         *
         * @param judge returns what {@code append} would return, storing nothing
         * @param append stores facts
         * @return one verdict for each fact, in their order
         */
        List<IngestResult> store(
                List<ParseResult.Parsed> batch,
                Sender sender,
                Function<List<ParseResult.Parsed>, List<IngestResult>> judge,
                Function<List<ParseResult.Parsed>, List<IngestResult>> append);
    }

    /** Records into this log the events that this reader accepts, from any sender and without limits. */
    public RecordFacts(EventReader eventReader, FactLog facts) {
        this(eventReader, facts, null);
    }

    /** As {@link #RecordFacts(EventReader, FactLog)}, within intake rules. */
    public RecordFacts(EventReader eventReader, FactLog facts, @Nullable StoreFacts storeFacts) {
        this.eventReader = eventReader;
        this.facts = facts;
        this.storeFacts = storeFacts;
    }

    /**
     * Records a batch of CloudEvents as one transaction. One bad event never sinks the others.
     *
     * @param events as trees of maps, lists, strings, numbers, booleans and null, as any JSON parser returns them
     * @return one verdict for each, in the same order
     */
    public List<IngestResult> record(List<? extends Map<String, ?>> events) {
        return record(events, new Sender.Anyone());
    }

    /** As {@link #record(List)}, rejecting what this sender must not send. */
    public List<IngestResult> record(List<? extends Map<String, ?>> events, Sender sender) {
        return append(readings(events, sender), sender);
    }

    /** The results that {@link #record} would return, storing nothing. */
    public List<IngestResult> preview(List<? extends Map<String, ?>> events) {
        return IngestResult.ofAll(readings(events, new Sender.Anyone()), facts::preview);
    }

    /**
     * Reads one event, and rejects what this sender must not send; stores nothing. With {@link #append} it is
     * equivalent to {@link #record(List, Sender)}, for callers that cannot buffer the trees of a whole batch.
     */
    public ParseResult read(Map<String, ?> event, Sender sender) {
        ParseResult result = eventReader.read(event);
        Rejection refusal =
                result.<@Nullable Rejection>match(parsed -> sender.refusal(parsed.fact()), rejected -> null);
        return refusal == null ? result : new ParseResult.Rejected(refusal);
    }

    /**
     * Stores the facts among these parsed events of a sender in one transaction.
     *
     * @return one verdict for each reading, in the same order
     */
    public List<IngestResult> append(List<ParseResult> results, Sender sender) {
        return IngestResult.ofAll(
                results,
                batch -> storeFacts == null
                        ? facts.append(batch)
                        : storeFacts.store(batch, sender, facts::preview, facts::append));
    }

    private List<ParseResult> readings(List<? extends Map<String, ?>> events, Sender sender) {
        List<ParseResult> results = new ArrayList<>(events.size());
        for (Map<String, ?> event : events) {
            results.add(read(event, sender));
        }
        return results;
    }
}
