package dev.streakline.cli.history;

import java.util.Map;
import java.util.Objects;

/** What one line or record of a history turned out to be. Every item is exactly one of the three. */
public sealed interface HistoryItem {
    /**
     * The line or record it was read from.
     *
     * @return the line with its number and bytes
     */
    RawLine raw();

    /**
     * A CloudEvent in structured form (section 2), well-formed but not judged: whoever reads it may still reject it.
     *
     * <p>Numbers in the tree are {@code Integer}, {@code Long}, {@code BigInteger} or {@code BigDecimal}, never
     * {@code double}; a JSON null is a null value in the map.
     *
     * @param raw where it was read
     * @param event attributes by name, {@code data} being a map
     */
    record Event(RawLine raw, Map<String, Object> event) implements HistoryItem {
        /** Checks nothing but presence. */
        public Event {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(event, "event");
        }

        /**
         * The same line as one for the reject file, for the one who judged the event.
         *
         * @param code a stable word for the kind of fault
         * @param pointer JSON Pointer to it inside the event, empty for the whole
         * @param reason for people
         * @return the bad line
         */
        public Bad rejected(String code, String pointer, String reason) {
            return new Bad(raw, code, pointer, reason);
        }
    }

    /**
     * A row that is well-formed but no viewing: a trailer, or a preview that played by itself (section 18).
     *
     * @param raw where it was read
     * @param reason why it does not count, for people
     */
    record Skipped(RawLine raw, String reason) implements HistoryItem {
        /** Checks nothing but presence. */
        public Skipped {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A line that cannot be read; it belongs into the reject file.
     *
     * @param raw the line
     * @param code a stable word for the kind of fault: {@code json.malformed}
     * @param pointer JSON Pointer to the place, of a table to the column: {@code /Start Time}; empty for the whole line
     * @param reason for people: what was found, and what was expected
     */
    record Bad(RawLine raw, String code, String pointer, String reason) implements HistoryItem {
        /** Checks nothing but presence. */
        public Bad {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(pointer, "pointer");
            Objects.requireNonNull(reason, "reason");
        }

        /** A line that is broken before anybody asks for its meaning: too long, or not UTF-8. */
        static Bad unreadable(RawLine raw) {
            return raw.isCut()
                    ? new Bad(
                            raw,
                            "line.too_long",
                            "",
                            "the line has " + raw.length() + " bytes; at most " + LineSource.LONGEST + " are read")
                    : new Bad(raw, "line.not_utf8", "", "the line is not valid UTF-8");
        }
    }
}
