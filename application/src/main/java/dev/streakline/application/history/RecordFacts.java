package dev.streakline.application.history;

import dev.streakline.application.fact.EventReader;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes events in: reads each, stores those that are facts, and says of every one what became of it (section 2). */
public final class RecordFacts {

    private final EventReader reader;
    private final FactLog facts;

    /** Records into this log what this reader accepts. */
    public RecordFacts(EventReader reader, FactLog facts) {
        this.reader = reader;
        this.facts = facts;
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
        return answer(events, sender, facts::append);
    }

    /** What {@link #record} would answer, storing nothing. */
    public List<Verdict> judge(List<? extends Map<String, ?>> events) {
        return answer(events, new Sender.Anyone(), facts::judge);
    }

    private List<Verdict> answer(
            List<? extends Map<String, ?>> events,
            Sender sender,
            Function<List<Reading.Read>, List<Verdict>> verdicts) {
        List<Reading> readings = new ArrayList<>(events.size());
        List<Reading.Read> batch = new ArrayList<>(events.size());
        for (Map<String, ?> event : events) {
            Reading reading = allowed(reader.read(event), sender);
            readings.add(reading);
            if (reading instanceof Reading.Read read) {
                batch.add(read);
            }
        }
        Iterator<Verdict> judged = verdicts.apply(batch).iterator();
        return readings.stream()
                .map(reading -> reading instanceof Reading.Refused refused
                        ? Verdict.rejected(refused.rejection())
                        : judged.next())
                .toList();
    }

    private static Reading allowed(Reading reading, Sender sender) {
        Rejection refusal = reading instanceof Reading.Read read ? sender.refusal(read.fact()) : null;
        return refusal == null ? reading : new Reading.Refused(refusal);
    }
}
