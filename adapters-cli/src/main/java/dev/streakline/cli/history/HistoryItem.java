package dev.streakline.cli.history;

import java.util.Collections;
import java.util.Map;

/**
 * What a reader found at one place of a history file.
 *
 * <p>Events, skipped and bad items together are all that was read: their counts add up to the items of the file.
 */
public sealed interface HistoryItem {

    /** The number of the item's first line, from 1. */
    long line();

    /**
     * One CloudEvent as a JSON tree: maps, lists, strings, booleans, {@code Integer}, {@code Long}, {@code BigInteger},
     * {@code BigDecimal} and null. Whether it is a good event is not judged here.
     *
     * @param line number of its first line, from 1
     * @param offset of its first byte in the uncompressed file
     * @param text the line or row as it stands in the file, without its line end
     * @param event the tree, in the order of the file
     */
    record Event(long line, long offset, String text, Map<String, Object> event) implements HistoryItem {
        public Event {
            event = Collections.unmodifiableMap(event);
        }

        /**
         * This event as a bad item, for whoever judges it and finds it wanting.
         *
         * @param code of the reason, for programs
         * @param pointer JSON Pointer into the event, empty for the whole
         * @param reason for people
         */
        public Bad rejected(String code, String pointer, String reason) {
            RawBytes raw = RawBytes.of(text);
            return new Bad(line, offset, code, pointer, reason, raw, raw.length());
        }
    }

    /**
     * A row that is no viewing, such as a trailer that began by itself.
     *
     * @param line number of its first line, from 1
     * @param reason for people
     */
    record Skipped(long line, String reason) implements HistoryItem {}

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
    record Bad(long line, long offset, String code, String pointer, String reason, RawBytes raw, long length)
            implements HistoryItem {

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
