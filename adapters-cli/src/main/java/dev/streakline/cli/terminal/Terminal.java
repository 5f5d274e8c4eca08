package dev.streakline.cli.terminal;

import java.io.Console;

/** The terminal that a person may sit at, and text from outside on it. */
public final class Terminal {

    private Terminal() {}

    /** How progress is said: in a line that is written over where a person watches and the terminal can do that. */
    public static Progress.Style manner() {
        boolean writesOver = !"dumb".equals(System.getenv("TERM"));
        return writesOver && isThere() ? Progress.Style.TERMINAL : Progress.Style.LINES;
    }

    /** From Java 22 on there may be a console without a terminal; it says so by a method that Java 17 does not have. */
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
