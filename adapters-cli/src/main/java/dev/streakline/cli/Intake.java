package dev.streakline.cli;

import dev.streakline.application.fact.Outcome;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.history.RecordFacts;
import dev.streakline.cli.history.HistoryFile;
import dev.streakline.cli.history.HistoryItem;
import dev.streakline.cli.history.HistorySink;
import dev.streakline.cli.history.HistoryUnreadable;
import dev.streakline.cli.history.Reach;
import dev.streakline.cli.history.ReadingChoices;
import dev.streakline.cli.history.RejectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Takes a file's items in, a thousand to a batch, and counts what became of them; what was not taken is in the reject file. */
final class Intake {

    private static final int BATCH = 1_000;
    private static final int MOST_WAITING_CHARACTERS = 1 << 23;

    private final RecordFacts record;
    private final List<HistoryItem.Event> waiting = new ArrayList<>(BATCH);
    private long waitingCharacters;
    private String member = "";
    private long accepted;
    private long duplicate;
    private long skipped;
    private long rejected;

    Intake(RecordFacts record) {
        this.record = record;
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
                record.record(waiting.stream().map(HistoryItem.Event::event).toList());
        for (int i = 0; i < verdicts.size(); i++) {
            judge(waiting.get(i), verdicts.get(i), file, rejects);
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
