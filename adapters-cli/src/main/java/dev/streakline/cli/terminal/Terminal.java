package dev.streakline.cli.terminal;

import java.io.Console;
import java.util.Locale;

/** The terminal, and how foreign text and numbers are printed on it. */
public final class Terminal {

    private Terminal() {}

    /** How progress is printed: on a terminal, in one line that is overwritten. */
    public static Progress.Style manner() {
        boolean writesOver = !"dumb".equals(System.getenv("TERM"));
        return writesOver && isThere() ? Progress.Style.TERMINAL : Progress.Style.LINES;
    }

    /** From Java 22 on there may be a console without a terminal; a method that Java 17 does not have reports it. */
    @SuppressWarnings("SystemConsoleNull") // On Java 17 it is null without a terminal.
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /**
     * A number of things, such as {@code 1 viewer} and {@code 2,000 viewers}.
     *
     * @param thing in the singular; its plural ends in s
     */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** The text with every control and formatting character replaced, so that no file can steer a terminal. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? 0xFFFD : point)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
