package dev.streakline.cli.format.item;

import java.util.Locale;

/** Foreign text made safe to print: no control, format or broken characters reach a terminal. */
public final class Escaped {
    private Escaped() {}

    /**
     * The text on one line: a character that is neither visible nor a plain space is written as {@code \}{@code u} and
     * its hex.
     */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\u{%x}" : "\\u%04x", point));
            }
        });
        return shown.toString();
    }

    /** The first {@code most} code points of the text, escaped; an ellipsis when there are more. */
    public static String start(String text, int most) {
        int count = text.codePointCount(0, text.length());
        return count <= most ? text(text) : text(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
