package dev.streakline.cli.format;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.RawBytes;
import dev.streakline.application.format.Reach;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.packed.ArchiveFile;
import dev.streakline.cli.format.packed.HistoryBytes;
import dev.streakline.cli.format.packed.TemporaryFile;
import dev.streakline.cli.format.packed.UnclosedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The histories among the files in an archive, such as the whole download of Google Takeout, also in archives inside
 * it. Members of unknown formats are left out and reported. Names are shown and never used as paths.
 *
 * <p>Takeout has YouTube's watch history in the folder of YouTube, and may have the same entries among others in My
 * Activity: where the first has plays, the second is left (detail 159).
 */
final class ArchiveMembers {
    private static final int DEEPEST = 3;
    private static final int SHOWN = 10;

    /** {@code Takeout/YouTube and YouTube Music/history/watch-history.json}, with the last two names in any language. */
    private static final Pattern WATCH_HISTORY =
            Pattern.compile("(?:.*/)?(?:YouTube[^/]*/[^/]+/[^/]+|[^/]*watch-history[^/]*)\\.(?:json|html)");

    /** {@code Takeout/My Activity/YouTube/MyActivity.json}, with the first and the last name in any language. */
    private static final Pattern MY_ACTIVITY = Pattern.compile("(?:.*/)?YouTube[^/]*/[^/]+\\.(?:json|html)");

    private final OneHistory reader;
    private final GuardedSink sink;
    private final List<String> read = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private boolean mayHaveWatchHistory;
    private boolean hasPlaysOfWatchHistory;
    private Reach reach = Reach.COMPLETE;

    /** Reads one history that is not packed any more, or gzip. */
    @FunctionalInterface
    interface OneHistory {
        /**
         * Reads it.
         *
         * @throws HistoryUnreadableException also when its format is unknown
         */
        Reach read(InputStream content, HistorySink sink) throws IOException;
    }

    /** Which members a pass over an archive reads. */
    private enum Pass {
        /** All but My Activity where there may be a watch history. */
        FIRST,
        /** My Activity alone, where the watch history had no play. */
        MY_ACTIVITY_ALONE
    }

    ArchiveMembers(OneHistory reader, HistorySink sink) {
        this.reader = reader;
        this.sink = new GuardedSink(sink);
    }

    /** Reads all histories in an archive; {@link #anyRead} returns whether there was one. */
    Reach read(ArchiveFile archive) throws HistoryUnreadableException {
        read(archive, "", 1);
        if (read.size() + left.size() > 1 && !read.isEmpty()) {
            sink.accept(new HistoryItem.Notice(
                    "read from the archive: " + shown(read) + (left.isEmpty() ? "" : "; not read: " + shown(left))));
        }
        return reach;
    }

    /** Whether a member was of a known format. */
    boolean anyRead() {
        return !read.isEmpty();
    }

    /** The members that were not read. */
    List<String> left() {
        return left;
    }

    private void read(ArchiveFile archive, String outer, int depth) throws HistoryUnreadableException {
        try {
            archive.forEach((name, content) -> mayHaveWatchHistory |= isWatchHistory(name), bytes -> {});
        } catch (IOException | IllegalArgumentException met) {
            // Met again below, after the members before it.
        }
        read(archive, outer, depth, Pass.FIRST);
        if (mayHaveWatchHistory && !hasPlaysOfWatchHistory && reach == Reach.COMPLETE) {
            read(archive, outer, depth, Pass.MY_ACTIVITY_ALONE);
        }
    }

    private void read(ArchiveFile archive, String outer, int depth, Pass pass) throws HistoryUnreadableException {
        boolean[] isReported = new boolean[1];
        try {
            archive.forEach(
                    (name, content) -> isReported[0] = read(outer + name, content, depth, pass) == Reach.TRUNCATED,
                    depth == 1 ? sink::reached : bytes -> {});
        } catch (HistoryUnreadableException unreadable) {
            throw unreadable;
        } catch (IOException | IllegalArgumentException broken) {
            sink.rethrowItsOwn(broken);
            reach = Reach.TRUNCATED;
            if (!isReported[0]) {
                String reason =
                        "the archive ends unexpectedly here (" + broken.getMessage() + "); nothing after this was read";
                sink.accept(new RejectedLine(1, 0, RejectedLine.TRUNCATED, "", reason, RawBytes.of(""), 0));
            }
        }
    }

    private static boolean isWatchHistory(String name) {
        return WATCH_HISTORY.matcher(name).matches();
    }

    private static boolean isMyActivity(String name) {
        return !isWatchHistory(name) && MY_ACTIVITY.matcher(name).matches();
    }

    private Reach read(String name, InputStream content, int depth, Pass pass) throws IOException {
        boolean isRepetition = mayHaveWatchHistory && isMyActivity(name);
        String left = name + " (the watch history has the same views)";
        if (pass == Pass.FIRST && isRepetition) {
            this.left.add(left);
            return Reach.COMPLETE;
        }
        if (pass == Pass.MY_ACTIVITY_ALONE && !(isRepetition && this.left.remove(left))) {
            return Reach.COMPLETE;
        }
        InputStream bytes = new BufferedInputStream(new UnclosedStream(content));
        HistoryBytes.Packing packing = HistoryBytes.packing(bytes);
        if (packing != HistoryBytes.Packing.ONE_FILE) {
            readInner(name, bytes, packing, depth);
            return Reach.COMPLETE;
        }
        try {
            sink.entering(name);
            Reach ofMember = reader.read(bytes, watched(name));
            reach = ofMember == Reach.TRUNCATED ? ofMember : reach;
            read.add(name);
            return ofMember;
        } catch (HistoryUnreadableException unreadable) {
            if (unreadable.why() != HistoryUnreadableException.Cause.UNKNOWN_FORMAT) {
                throw unreadable;
            }
            this.left.add(name);
            return Reach.COMPLETE;
        }
    }

    /** The sink; also records whether a watch history has any play. */
    private HistorySink watched(String name) {
        return isWatchHistory(name)
                ? item -> {
                    hasPlaysOfWatchHistory |= item.isPlay();
                    sink.accept(item);
                }
                : sink;
    }

    private void readInner(String name, InputStream bytes, HistoryBytes.Packing packing, int depth) throws IOException {
        if (depth == DEEPEST) {
            left.add(name + " (archives are nested too deeply)");
            return;
        }
        int before = read.size() + left.size();
        try (TemporaryFile copy = TemporaryFile.of(bytes)) {
            read(FormatReaders.archive(copy.path(), packing), name + "/", depth + 1);
        }
        if (before == read.size() + left.size()) {
            left.add(name);
        }
    }

    private static String shown(List<String> names) {
        String shown = names.stream().limit(SHOWN).map(Escaped::text).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
