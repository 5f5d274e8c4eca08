package dev.streakline.cli.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryReaders;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.store.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Stores the items of a file, a thousand events to a batch, and counts their outcomes; bad lines go to the reject file.
 */
public final class Intake {

    private static final int BATCH = 1_000;
    private static final int MAX_PENDING_CHARACTERS = 1 << 23;

    private final HistoryReaders readers;
    private final Storing storing;
    private final Consumer<FactId> withdrawing;
    private final NetflixLists lists;
    private final List<HistoryItem.Event> pending = new ArrayList<>(BATCH);
    private final List<HistoryItem.Covered> covered = new ArrayList<>();
    private final Set<String> viewers = new TreeSet<>();
    private final IntakeCounts counts = new IntakeCounts();
    private long pendingCharacters;
    private String member = "";

    private Intake(HistoryReaders readers, Storing storing, Consumer<FactId> withdrawing, NetflixLists lists) {
        this.readers = readers;
        this.storing = storing;
        this.withdrawing = withdrawing;
        this.lists = lists;
    }

    /** The destination of events; returns one verdict for each. */
    private interface Storing extends Function<List<Map<String, Object>>, List<IngestResult>> {}

    /** Into a store. */
    public static Intake into(CommandContext context) {
        return new Intake(
                context.historyReaders(),
                context.streakline().recordFacts()::record,
                context.ports().facts()::withdraw,
                new NetflixLists(context));
    }

    /** Records into another store instead, with the verdicts that the first would return. */
    static Intake trying(CommandContext context, CommandContext instead) {
        return new Intake(
                context.historyReaders(),
                events -> {
                    List<IngestResult> first =
                            context.streakline().recordFacts().preview(events);
                    List<IngestResult> other =
                            instead.streakline().recordFacts().record(events);
                    return IntStream.range(0, events.size())
                            .mapToObj(i -> (first.get(i).equals(IngestResult.accepted()) ? other : first).get(i))
                            .toList();
                },
                instead.ports().facts()::withdraw,
                new NetflixLists(context, instead));
    }

    /** The known plays of Netflix's lists so far. */
    NetflixLists lists() {
        return lists;
    }

    /** Reads a whole file; how far that was possible. */
    Reach read(
            HistoryFile file,
            ReadingChoices choices,
            RejectFile rejects,
            LongConsumer reached,
            Consumer<String> notices)
            throws HistoryUnreadableException {
        member = "";
        HistoryItem.Cases cases = new Taking(file, rejects, notices);
        Reach reach = file.read(readers, choices, new HistorySink() {
            @Override
            public void accept(HistoryItem item) {
                item.match(cases);
            }

            @Override
            public void entering(String next) {
                settle(file, rejects);
                member = next;
            }

            @Override
            public void reached(long bytes) {
                reached.accept(bytes);
            }
        });
        settle(file, rejects);
        return reach;
    }

    /** Takes the items of one file. */
    private final class Taking implements HistoryItem.Cases {

        private final HistoryFile file;
        private final RejectFile rejects;
        private final Consumer<String> notices;

        private Taking(HistoryFile file, RejectFile rejects, Consumer<String> notices) {
            this.file = file;
            this.rejects = rejects;
            this.notices = notices;
        }

        @Override
        public void event(HistoryItem.Event event) {
            pending.add(event);
            pendingCharacters += event.text().length();
            if (pending.size() == BATCH || pendingCharacters > MAX_PENDING_CHARACTERS) {
                flush(file, rejects);
            }
        }

        @Override
        public void skipped(HistoryItem.Skipped row) {
            counts.skip(row.reason());
        }

        @Override
        public void lengthIgnored(HistoryItem.LengthIgnored length) {
            counts.ignoreLength();
        }

        @Override
        public void covered(HistoryItem.Covered time) {
            covered.add(time);
        }

        @Override
        public void notice(HistoryItem.Notice notice) {
            notices.accept(notice.words());
        }

        @Override
        public void rejected(HistoryItem.RejectedLine line) {
            reject(file, line, rejects);
        }
    }

    /** Stores what is left of a file or member, and withdraws what it replaces. */
    private void settle(HistoryFile file, RejectFile rejects) {
        flush(file, rejects);
        for (HistoryItem.Covered span : covered) {
            List<FactId> replaced = lists.replacedBy(span);
            replaced.forEach(withdrawing);
            counts.replace(replaced.size());
        }
        covered.clear();
    }

    private void flush(HistoryFile file, RejectFile rejects) {
        List<IngestResult> results =
                storing.apply(pending.stream().map(HistoryItem.Event::event).toList());
        for (int i = 0; i < results.size(); i++) {
            count(pending.get(i), results.get(i), file, rejects);
        }
        pending.clear();
        pendingCharacters = 0;
    }

    private void count(HistoryItem.Event event, IngestResult result, HistoryFile file, RejectFile rejects) {
        if (result.outcome() != IngestOutcome.REJECTED
                && FactType.WATCH.code().equals(event.event().get("type"))) {
            viewers.add(text(event.event(), "subject"));
        }
        switch (result.outcome()) {
            case ACCEPTED -> counts.accept(event);
            case DUPLICATE -> counts.duplicate(event);
            case WITHDRAWN -> counts.withdrawn(event);
            case CONFLICT -> {
                if (event.role() == HistoryItem.EventRole.EVENT) {
                    reject(
                            file,
                            event.rejected(
                                    "event." + IngestOutcome.CONFLICT.code(),
                                    "",
                                    "another event with this subject, source and id has other content;"
                                            + " the first one is valid"),
                            rejects);
                } else {
                    counts.duplicateOtherwise(event);
                }
            }
            case REJECTED -> {
                Rejection why = Objects.requireNonNull(result.rejection(), "a rejection says why");
                HistoryItem.RejectedLine bad = event.rejected(why.code().code(), why.pointer(), why.reason());
                if (event.role() == HistoryItem.EventRole.DETAILS) {
                    rejects.add(file, member, bad); // Its entry is counted by its play.
                } else {
                    reject(file, bad, rejects);
                }
            }
        }
    }

    private static String text(Map<String, Object> event, String attribute) {
        return (String) Objects.requireNonNull(event.get(attribute), "an accepted event has it");
    }

    private void reject(HistoryFile file, HistoryItem.RejectedLine bad, RejectFile rejects) {
        rejects.add(file, member, bad);
        counts.reject(bad.reason());
    }

    /** The viewers of all plays read so far that are stored, or were already. */
    public Set<String> viewers() {
        return viewers;
    }

    /** The outcome of everything read so far. */
    public IntakeSummary summary() {
        return counts.summary();
    }

    /** The reason for which most entries were not accepted since the last call; empty when all were. */
    String mainReason() {
        return counts.mainReason();
    }
}
