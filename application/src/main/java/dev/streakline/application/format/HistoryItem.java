package dev.streakline.application.format;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/**
 * One item that a reader found in a history file.
 *
 * <p>Events that are entries, skipped rows and rejected lines add up to the entries of the file. All other items add
 * something to them.
 */
public sealed interface HistoryItem {

    /** The number of the item's first line, from 1; 0 for an item that is about the whole file. */
    long line();

    /** Calls the case that applies. */
    void match(Cases cases);

    /** One case for each kind of item. */
    interface Cases {

        /** An event. */
        void event(Event event);

        /** A row that is skipped. */
        void skipped(Skipped row);

        /** A length that is ignored. */
        void lengthIgnored(LengthIgnored length);

        /** The time that a file covers. */
        void covered(Covered time);

        /** A notice. */
        void notice(Notice notice);

        /** A line that is rejected. */
        void rejected(RejectedLine line);
    }

    /** Whether it is a play. */
    default boolean isPlay() {
        return false;
    }

    /** The role of an event in its file. */
    enum EventRole {
        /** The event is in the file as it is. */
        EVENT,

        /**
         * The play that an entry of a service's file became. Its id consists of what a later download of the file cannot
         * change: the same id with other content is the same play.
         */
        PLAY,

        /** What an entry describes beside the play, such as its title; it is no entry of its own. */
        DETAILS
    }

    /**
     * One CloudEvent as a JSON tree: maps, lists, strings, booleans, {@code Integer}, {@code Long}, {@code BigInteger},
     * {@code BigDecimal} and null. It has not been validated.
     *
     * @param line number of its first line, from 1
     * @param offset of its first byte in the uncompressed file
     * @param text the line or row as in the file, without its line end
     * @param event the tree, in the order of the file
     * @param role what it is to the file
     */
    record Event(long line, long offset, String text, Map<String, Object> event, EventRole role)
            implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.event(this);
        }

        @Override
        public boolean isPlay() {
            return role == EventRole.PLAY;
        }

        public Event {
            event = Collections.unmodifiableMap(event);
        }

        /**
         * This event as a rejected line, for callers who validate it.
         *
         * @param code of the reason, for programs
         * @param pointer JSON Pointer into the event, empty for the whole
         * @param reason for people
         */
        public RejectedLine rejected(String code, String pointer, String reason) {
            RawBytes raw = RawBytes.of(text);
            return new RejectedLine(line, offset, code, pointer, reason, raw, raw.length());
        }
    }

    /**
     * A row that is skipped, such as a trailer that started automatically.
     *
     * @param line number of its first line, from 1
     */
    record Skipped(long line, SkipReason reason) implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.skipped(this);
        }
    }

    /**
     * A play whose length in the file is above 24 hours and so ignored (detail 161). The play itself is an event without a
     * length beside this item.
     *
     * @param line number of its first line, from 1
     */
    record LengthIgnored(long line) implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.lengthIgnored(this);
        }
    }

    /**
     * The time that a full file of Netflix covers for a viewer: from its first to its last row (detail 172).
     *
     * @param viewer the id of the viewer
     * @param first the start of the earliest row
     * @param last the start of the latest row
     */
    record Covered(String viewer, Instant first, Instant last) implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.covered(this);
        }

        @Override
        public long line() {
            return 0;
        }
    }

    /**
     * A notice for people about how the file was read.
     *
     * @param words one sentence, safe to print
     */
    record Notice(String words) implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.notice(this);
        }

        @Override
        public long line() {
            return 0;
        }
    }

    /**
     * A line that cannot be read.
     *
     * @param line number of its first line, from 1
     * @param offset of its first byte in the uncompressed file
     * @param code of the reason, for programs: {@code line.not_json} …
     * @param pointer JSON Pointer to the member, or a slash and the column's name; empty for the whole line
     * @param reason for people
     * @param raw the bytes without the line end; only the first 1000 of a line that is too long
     * @param length of the whole line in bytes, at least that of {@code raw}
     */
    record RejectedLine(long line, long offset, String code, String pointer, String reason, RawBytes raw, long length)
            implements HistoryItem {
        @Override
        public void match(Cases cases) {
            cases.rejected(this);
        }

        /** The line is no JSON object. */
        public static final String NOT_JSON = "line.not_json";

        /** The line is not UTF-8. */
        public static final String NOT_UTF8 = "line.not_utf8";

        /** The line is longer than 1 MiB. */
        public static final String TOO_LONG = "line.too_long";

        /** The row does not follow its format. */
        public static final String MALFORMED = "line.malformed";

        /** The file broke off in this line; nothing after it was read. */
        public static final String TRUNCATED = "file.truncated";
    }
}
