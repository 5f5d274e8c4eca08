package dev.streakline.application.intake;

import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes events in: reads each, stores those that are facts, and says of every one what became of it (section 2). */
public final class RecordFacts {

    private final EventReader reader;
    private final FactLog facts;
    private final @Nullable Storing storing;

    /** Stores of facts what a sender may send. */
    public interface Storing {

        /**
         * Stores what may be stored.
         *
         * @param judge says what {@code append} would answer, storing nothing
         * @param append stores facts
         * @return one verdict for each fact, in their order
         */
        List<Verdict> store(
                List<Reading.Read> batch,
                Sender sender,
                Function<List<Reading.Read>, List<Verdict>> judge,
                Function<List<Reading.Read>, List<Verdict>> append);
    }

    /** Records into this log what this reader accepts, whoever sends it and however much. */
    public RecordFacts(EventReader reader, FactLog facts) {
        this(reader, facts, null);
    }

    /** As {@link #RecordFacts(EventReader, FactLog)}, by intake rules. */
    public RecordFacts(EventReader reader, FactLog facts, @Nullable Storing storing) {
        this.reader = reader;
        this.facts = facts;
        this.storing = storing;
    }

    /**
     * Records a batch of CloudEvents as one transaction. One bad event never sinks the others.
     *
     * @param events as trees of maps, lists, strings, numbers, booleans and null, as any JSON parser gives
     * @return one verdict for each, in the same order
     */
    public List<Verdict> record(List<? extends Map<String, ?>> events) {
        return record(events, new Sender.Anyone());
    }

    /** As {@link #record(List)}, rejecting what this sender must not send. */
    public List<Verdict> record(List<? extends Map<String, ?>> events, Sender sender) {
        return append(readings(events, sender), sender);
    }

    /** What {@link #record} would answer, storing nothing. */
    public List<Verdict> judge(List<? extends Map<String, ?>> events) {
        return Verdict.ofAll(readings(events, new Sender.Anyone()), facts::judge);
    }

    /**
     * Reads one event, and rejects what this sender must not send; stores nothing. Together with {@link #append} this does
     * what {@link #record(List, Sender)} does, for those who must not keep the trees of a whole batch.
     */
    public Reading read(Map<String, ?> event, Sender sender) {
        Reading reading = reader.read(event);
        Rejection refusal = reading instanceof Reading.Read read ? sender.refusal(read.fact()) : null;
        return refusal == null ? reading : new Reading.Refused(refusal);
    }

    /**
     * Stores the facts among these readings, which this sender has sent, as one transaction.
     *
     * @return one verdict for each reading, in the same order
     */
    public List<Verdict> append(List<Reading> readings, Sender sender) {
        return Verdict.ofAll(
                readings,
                batch -> storing == null
                        ? facts.append(batch)
                        : storing.store(batch, sender, facts::judge, facts::append));
    }

    private List<Reading> readings(List<? extends Map<String, ?>> events, Sender sender) {
        List<Reading> readings = new ArrayList<>(events.size());
        for (Map<String, ?> event : events) {
            readings.add(read(event, sender));
        }
        return readings;
    }
}
