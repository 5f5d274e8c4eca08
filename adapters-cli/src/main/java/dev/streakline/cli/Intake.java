package dev.streakline.cli;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Outcome;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Verdict;
import dev.streakline.cli.history.HistoryFile;
import dev.streakline.cli.history.HistoryItem;
import dev.streakline.cli.history.HistorySink;
import dev.streakline.cli.history.HistoryUnreadable;
import dev.streakline.cli.history.Reach;
import dev.streakline.cli.history.ReadingChoices;
import dev.streakline.cli.history.RejectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Takes a file's items in, a thousand to a batch, and counts what became of them; what was not taken is in the reject file. */
final class Intake {

    private static final int BATCH = 1_000;
    private static final int MOST_WAITING_CHARACTERS = 1 << 23;

    /** The attribute of events that a dump says were withdrawn. */
    static final String WITHDRAWN = "withdrawn";

    private final Taking taking;
    private final Consumer<FactId> withdrawing;
    private final List<HistoryItem.Event> waiting = new ArrayList<>(BATCH);
    private long waitingCharacters;
    private String member = "";
    private long accepted;
    private long duplicate;
    private long skipped;
    private long rejected;

    private Intake(Taking taking, Consumer<FactId> withdrawing) {
        this.taking = taking;
        this.withdrawing = withdrawing;
    }

    /** What becomes of events, one verdict for each. */
    private interface Taking extends Function<List<Map<String, Object>>, List<Verdict>> {}

    /** Into a store. */
    static Intake into(Program program) {
        return new Intake(program.record()::record, program.facts()::withdraw);
    }

    /** Into another store instead, with the verdicts that the first would give. */
    static Intake trying(Program program, Program instead) {
        return new Intake(
                events -> {
                    List<Verdict> first = program.record().judge(events);
                    List<Verdict> other = instead.record().record(events);
                    return IntStream.range(0, events.size())
                            .mapToObj(i -> (first.get(i).equals(Verdict.accepted()) ? other : first).get(i))
                            .toList();
                },
                instead.facts()::withdraw);
    }

    /** Reads a whole file; how far that was possible. */
    Reach read(HistoryFile file, ReadingChoices choices, RejectFile rejects, LongConsumer reached)
            throws HistoryUnreadable {
        member = "";
        Reach reach = file.read(choices, new HistorySink() {
            @Override
            public void accept(HistoryItem item) {
                take(item, file, rejects);
            }

            @Override
            public void entering(String next) {
                flush(file, rejects);
                member = next;
            }

            @Override
            public void reached(long bytes) {
                reached.accept(bytes);
            }
        });
        flush(file, rejects);
        return reach;
    }

    private void take(HistoryItem item, HistoryFile file, RejectFile rejects) {
        if (item instanceof HistoryItem.Event event) {
            waiting.add(event);
            waitingCharacters += event.text().length();
            if (waiting.size() == BATCH || waitingCharacters > MOST_WAITING_CHARACTERS) {
                flush(file, rejects);
            }
        } else if (item instanceof HistoryItem.Skipped) {
            skipped++;
        } else if (item instanceof HistoryItem.Bad bad) {
            reject(file, bad, rejects);
        }
    }

    private void flush(HistoryFile file, RejectFile rejects) {
        List<Verdict> verdicts =
                taking.apply(waiting.stream().map(HistoryItem.Event::event).toList());
        for (int i = 0; i < verdicts.size(); i++) {
            judge(waiting.get(i), verdicts.get(i), file, rejects);
            withdraw(waiting.get(i).event(), verdicts.get(i));
        }
        waiting.clear();
        waitingCharacters = 0;
    }

    private void judge(HistoryItem.Event event, Verdict verdict, HistoryFile file, RejectFile rejects) {
        switch (verdict.outcome()) {
            case ACCEPTED -> accepted++;
            case DUPLICATE, WITHDRAWN -> duplicate++;
            case CONFLICT ->
                reject(
                        file,
                        event.rejected(
                                "event." + Outcome.CONFLICT.code(),
                                "",
                                "another event with this subject, source and id says something else; the first one stays"),
                        rejects);
            case REJECTED -> {
                Rejection why = Objects.requireNonNull(verdict.rejection(), "a rejection says why");
                reject(file, event.rejected(why.code().code(), why.pointer(), why.reason()), rejects);
            }
        }
    }

    /** What a dump says was withdrawn is known, and does not count here either. */
    private void withdraw(Map<String, Object> event, Verdict verdict) {
        boolean isThere = verdict.outcome() == Outcome.ACCEPTED || verdict.outcome() == Outcome.DUPLICATE;
        if (isThere && Boolean.TRUE.equals(event.get(WITHDRAWN))) {
            withdrawing.accept(new FactId(
                    FactType.ofCode(text(event, "type")).orElseThrow().space(),
                    text(event, "subject"),
                    text(event, "source"),
                    text(event, "id")));
        }
    }

    private static String text(Map<String, Object> event, String attribute) {
        return (String) Objects.requireNonNull(event.get(attribute), "an accepted event has it");
    }

    private void reject(HistoryFile file, HistoryItem.Bad bad, RejectFile rejects) {
        rejects.add(file, member, bad);
        rejected++;
    }

    /** What became of everything read so far. */
    Summary summary() {
        return new Summary(accepted + duplicate + skipped + rejected, accepted, duplicate, skipped, rejected);
    }

    /**
     * What became of the items; the last four add up to the first.
     *
     * @param read events, rows and bad lines
     * @param accepted stored
     * @param duplicate known already
     * @param skipped not viewing
     * @param rejected in the reject file
     */
    record Summary(long read, long accepted, long duplicate, long skipped, long rejected) {}
}
