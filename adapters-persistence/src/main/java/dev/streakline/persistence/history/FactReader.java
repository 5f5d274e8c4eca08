package dev.streakline.persistence.history;

import dev.streakline.application.fact.FactType;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.streak.Pause;
import dev.streakline.persistence.name.DenseKeys;
import dev.streakline.persistence.rows.CopiedRows;
import dev.streakline.persistence.shard.ViewerBatch;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Copies sessions and interactions out of the table {@code fact}, and puts those of each viewer together. */
final class FactReader {

    private static final String FOR_FOLD =
            "viewer_key, type, at, day, title_key, seconds, range_first, range_last, completed, channel_key, session, kind, bits";
    private static final String WHOLE = FOR_FOLD + ", platform_key";
    private static final int WATCH = FactType.WATCH.number();
    private static final int INTERACTION = FactType.INTERACTION.number();
    private static final int ABSENT = -1;

    private final FactColumns rows = new FactColumns(1_024);
    private final DenseKeys viewers = new DenseKeys();
    private final DenseKeys titles;
    private final DenseKeys channels;
    private final DenseKeys platforms = new DenseKeys();
    private final NameIndex sessions = new NameIndex();
    private final BitSet channelsRead = new BitSet();
    private final FactRoom room;
    private int[] viewerOfRow = new int[1_024];

    private FactReader(DenseKeys titles, DenseKeys channels, FactRoom room) {
        this.room = room;
        this.titles = titles;
        this.channels = channels;
    }

    /**
     * Reads what the fold needs of a batch's facts, which excludes platforms.
     *
     * @param titles numbers them
     * @param channels numbers them
     * @throws dev.streakline.application.history.HistoryTooLongException when there is not enough room
     */
    static FactReader forFold(Handle handle, ViewerBatch batch, DenseKeys titles, DenseKeys channels, FactRoom room)
            throws SQLException {
        FactReader reader = new FactReader(titles, channels, room);
        try (CopiedRows copied = new CopiedRows(handle, query(FOR_FOLD, batch, room))) {
            while (copied.next()) {
                reader.add(copied);
            }
        }
        return reader;
    }

    /**
     * Everything in a portion's facts.
     *
     * @throws dev.streakline.application.history.HistoryTooLongException when there is not enough room
     */
    static FactReader whole(Handle handle, ViewerBatch batch, FactRoom room) throws SQLException {
        FactReader reader = new FactReader(new DenseKeys(), new DenseKeys(), room);
        try (CopiedRows copied = new CopiedRows(handle, query(WHOLE, batch, room))) {
            while (copied.next()) {
                reader.add(copied);
                reader.addPlatform(copied.int4(ABSENT));
            }
        }
        return reader;
    }

    private static String query(String columns, ViewerBatch batch, FactRoom room) {
        return "select " + columns + " from fact where " + batch.condition() + " and type in (" + WATCH + ", "
                + INTERACTION + ") and not withdrawn limit " + room.mostRows();
    }

    private void add(CopiedRows copied) {
        int viewer = viewers.of(copied.int8(ABSENT));
        int type = copied.int2();
        long at = copied.int8(Long.MIN_VALUE);
        int day = copied.int4(Integer.MIN_VALUE);
        long titleKey = copied.int8(ABSENT);
        int seconds = copied.int4(FactColumns.UNKNOWN_SECONDS);
        int rangeFirst = copied.int4(ABSENT);
        int rangeLast = copied.int4(ABSENT);
        Completed completed = completed(copied.bool());
        long channelKey = copied.int8(ABSENT);
        String session = copied.text();
        String kind = copied.text();
        int bits = copied.int4(0);
        int title = titleKey == ABSENT ? Titles.NONE : titles.of(titleKey);
        int channel = channelKey == ABSENT ? NameIndex.NONE : channels.of(channelKey);
        room.takeFact();
        if (channel != NameIndex.NONE && !channelsRead.get(channel)) {
            channelsRead.set(channel);
            room.takeChannel();
        }
        if (type == INTERACTION) {
            rows.interaction(at, channel, interactionKind(kind), bits);
        } else if (at == Long.MIN_VALUE) {
            rows.watchOn(day, title, seconds, completed);
        } else {
            rows.watch(at, title, seconds, completed);
        }
        if (rangeFirst != ABSENT) {
            rows.ofRange(rangeFirst, rangeLast + 1L);
        }
        if (type == WATCH && channel != NameIndex.NONE) {
            rows.onChannel(channel);
        }
        if (session != null) {
            rows.inSession(sessions.keyOf(session));
        }
        if (rows.size() > viewerOfRow.length) {
            viewerOfRow = Arrays.copyOf(viewerOfRow, 2 * viewerOfRow.length);
        }
        viewerOfRow[rows.size() - 1] = viewer;
    }

    private static InteractionKind interactionKind(@Nullable String code) {
        return InteractionKind.ofCode(Objects.requireNonNull(code, "kind")).orElseThrow();
    }

    private void addPlatform(int platformKey) {
        if (platformKey != ABSENT) {
            rows.onPlatform(platforms.of(platformKey));
        }
    }

    private static Completed completed(@Nullable Boolean stated) {
        if (stated == null) {
            return Completed.UNSPECIFIED;
        }
        return stated ? Completed.YES : Completed.NO;
    }

    /** The titles that the facts mention. */
    DenseKeys titles() {
        return titles;
    }

    /** The channels that the facts mention. */
    DenseKeys channels() {
        return channels;
    }

    /** The platforms that the facts mention. */
    DenseKeys platforms() {
        return platforms;
    }

    /** The rows, those of each viewer together; counts them first, then lays each where it belongs. */
    Grouped grouped() {
        int[] ends = new int[viewers.size()];
        for (int row = 0; row < rows.size(); row++) {
            ends[viewerOfRow[row]]++;
        }
        for (int viewer = 1; viewer < ends.length; viewer++) {
            ends[viewer] += ends[viewer - 1];
        }
        int[] order = new int[rows.size()];
        int[] next = ends.clone();
        for (int row = rows.size() - 1; row >= 0; row--) {
            order[--next[viewerOfRow[row]]] = row;
        }
        return new Grouped(viewers, rows.inOrder(order), ends);
    }

    /** The facts of several viewers: rows of viewer 0, then those of viewer 1, and then of the others. */
    static final class Grouped {

        private final DenseKeys viewers;
        private final FactColumns rows;
        /** By the viewer's number, the row after their last. */
        private final int[] ends;

        private Grouped(DenseKeys viewers, FactColumns rows, int[] ends) {
            this.viewers = viewers;
            this.rows = rows;
            this.ends = ends;
        }

        /** The history of a viewer, who may have no row. */
        ViewerHistory of(long viewerKey, ZoneTimeline zones, List<Pause> pauses) {
            int viewer = viewers.find(viewerKey);
            int from = viewer <= 0 ? 0 : ends[viewer - 1];
            int to = viewer < 0 ? 0 : ends[viewer];
            return new ViewerHistory(rows, from, to, zones, pauses);
        }
    }
}
