package dev.streakline.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Reports the progress of long work: the amount done of the total, the rate, and the time left. On a terminal it is one
 * line, rewritten at most five times a second and removed at the end; elsewhere a line every ten seconds.
 *
 * <p>Example: {@code try (Progress progress = Progress.ofItems(clock, err, Terminal.manner(), "viewers")) { …
 * progress.reached(done, total); … }}
 */
public final class Progress implements AutoCloseable {

    /** How progress is printed. */
    public enum Style {
        /** In one line that is written over. */
        TERMINAL(Duration.ofMillis(200)),
        /** In a line every ten seconds. */
        LINES(Duration.ofSeconds(10)),
        /** Not at all. */
        QUIET(Duration.ZERO);

        private final Duration pause;

        Style(Duration pause) {
            this.pause = pause;
        }
    }

    private static final int WIDEST = 78;
    private static final int LONGEST_NAME = 24;

    private final InstantSource clock;
    private final PrintWriter err;
    private final Style style;
    private final Words words;
    private final Instant begun;
    private Instant printedAt;
    private int shown;

    private Progress(InstantSource clock, PrintWriter err, Style style, Words words) {
        this.clock = clock;
        this.err = err;
        this.style = style;
        this.words = words;
        this.begun = clock.instant();
        this.printedAt = begun;
    }

    /** The texts before and after numbers, and how numbers are written. */
    private record Words(String before, String after, LongFunction<String> number) {}

    /** Progress of reading the bytes of something, whose name comes before them. */
    public static Progress ofBytes(InstantSource clock, PrintWriter err, Style style, String file) {
        String plain = Terminal.plain(file);
        int cut = Math.max(0, plain.length() - LONGEST_NAME);
        String name = cut == 0 ? plain : "…" + plain.substring(cut);
        return new Progress(clock, err, style, new Words(name + ": ", "", Progress::bytes));
    }

    /** Progress of counted things, whose name comes after their number. */
    public static Progress ofItems(InstantSource clock, PrintWriter err, Style style, String things) {
        Words words = new Words("", " " + things, count -> String.format(Locale.ROOT, "%,d", count));
        return new Progress(clock, err, style, words);
    }

    /**
     * Reports how much is done.
     *
     * @param done since the beginning
     * @param total of all that is to be done; 0 when that is not known
     */
    public void reached(long done, long total) {
        if (style == Style.QUIET) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(printedAt, now).compareTo(style.pause) >= 0) {
            printedAt = now;
            print(line(done, total, Duration.between(begun, now).toMillis()));
        }
    }

    /** Takes the line off the terminal. */
    @Override
    public void close() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }

    private void print(String text) {
        if (style == Style.TERMINAL) {
            String line = text.length() <= WIDEST ? text : text.substring(0, WIDEST);
            err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            shown = line.length();
        } else {
            err.println(text);
        }
        err.flush();
    }

    private String line(long done, long total, long millis) {
        LongFunction<String> number = words.number;
        long rate = Math.round(done * 1000.0 / Math.max(1, millis));
        String speed = ", " + number.apply(rate) + "/s";
        if (total <= 0 || done > total) {
            return words.before + number.apply(done) + words.after + speed;
        }
        String share = number.apply(done) + " of " + number.apply(total) + words.after;
        String left = rate == 0 ? "" : ", " + clock((total - done) / rate) + " left";
        return words.before + share + ", " + Math.round(Math.floor(100.0 * done / total)) + " %" + speed + left;
    }

    private static String bytes(long count) {
        if (count < 1_000_000) {
            return count / 1000 + " kB";
        }
        return count < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", count / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", count / 1e9);
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
