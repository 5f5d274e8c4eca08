package dev.streakline.cli.format.line;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.RawBytes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One line of a file, without its end. */
public sealed interface Line {

    /** The result of the case that applies. */
    <R> R match(Function<? super Text, ? extends R> text, Function<? super Unreadable, ? extends R> unreadable);

    /**
     * A line that is text.
     *
     * @param number from 1
     * @param offset of its first byte in the uncompressed file
     * @param text without the line end
     * @param end the line end: LF, CR LF, or empty at the end of the file
     */
    record Text(long number, long offset, String text, String end) implements Line {

        @Override
        public <R> R match(
                Function<? super Text, ? extends R> line, Function<? super Unreadable, ? extends R> unreadable) {
            return line.apply(this);
        }

        public boolean isBlank() {
            return text.isBlank();
        }

        /** The event that this line is. */
        public HistoryItem.Event event(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.EventRole.EVENT);
        }

        /** The play that this line became. */
        public HistoryItem.Event play(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.EventRole.PLAY);
        }

        /** What this line states about a title, as an event. */
        public HistoryItem.Event details(Map<String, Object> event) {
            return new HistoryItem.Event(number, offset, text, event, HistoryItem.EventRole.DETAILS);
        }

        /** This line as a bad item. */
        public HistoryItem.RejectedLine bad(String code, String pointer, String reason) {
            RawBytes raw = RawBytes.of(text);
            return new HistoryItem.RejectedLine(number, offset, code, pointer, reason, raw, raw.length());
        }
    }

    /** A line that is too long or not UTF-8, or in which the file broke off. */
    record Unreadable(HistoryItem.RejectedLine rejected) implements Line {

        @Override
        public <R> R match(
                Function<? super Text, ? extends R> text, Function<? super Unreadable, ? extends R> unreadable) {
            return unreadable.apply(this);
        }
    }

    /** The line, if it is text; otherwise reports the fault to the sink. */
    default Optional<Text> textOrReject(Consumer<? super HistoryItem.RejectedLine> sink) {
        return match(Optional::of, unreadable -> {
            sink.accept(unreadable.rejected());
            return Optional.empty();
        });
    }

    /** The line, if it is text. */
    default Optional<Text> asText() {
        return match(Optional::of, unreadable -> Optional.empty());
    }

    /** The beginning of the line as text, for guessing the format; broken bytes become U+FFFD. */
    default String beginning() {
        return match(Text::text, unreadable -> unreadable.rejected().raw().lenientText());
    }
}
