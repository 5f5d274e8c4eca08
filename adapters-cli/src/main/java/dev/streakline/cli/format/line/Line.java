package dev.streakline.cli.format.line;

import dev.streakline.cli.format.item.HistoryItem;
import dev.streakline.cli.format.item.RawBytes;
import java.util.Map;

/** One line of a file, without its end. */
public sealed interface Line {

    /**
     * A line that is text.
     *
     * @param number from 1
     * @param offset of its first byte in the uncompressed file
     * @param text without the line end
     * @param end the line end: LF, CR LF, or empty at the end of the file
     */
    record Text(long number, long offset, String text, String end) implements Line {
        public boolean isBlank() {
            return text.isBlank();
        }

        /** The event that this line is. */
        public HistoryItem.Event event(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.Role.EVENT);
        }

        /** The play that this line became. */
        public HistoryItem.Event play(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.Role.PLAY);
        }

        /** What this line says about a title, as an event. */
        public HistoryItem.Event details(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.Role.DETAILS);
        }

        /** This line as a bad item. */
        public HistoryItem.RejectedLine bad(String code, String pointer, String reason) {
            RawBytes raw = RawBytes.of(text);
            return new HistoryItem.RejectedLine(number, offset, code, pointer, reason, raw, raw.length());
        }
    }

    /** A line that is too long or not UTF-8, or in which the file broke off. */
    record Unreadable(HistoryItem.RejectedLine bad) implements Line {}

    /** The beginning of the line as text, for guessing the format; broken bytes become U+FFFD. */
    default String beginning() {
        return this instanceof Text line
                ? line.text()
                : ((Unreadable) this).bad().raw().lenientText();
    }
}
