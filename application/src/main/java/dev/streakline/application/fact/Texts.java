package dev.streakline.application.fact;

import java.util.Locale;

/** What may stand in identifiers and in free text. Each bound stands here once, for constructors and the reader alike. */
final class Texts {

    static final int LONGEST_IDENTIFIER = 128;
    static final int LONGEST_LABEL = 128;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_EMAIL = 320;

    private static final int SHOWN = 40;

    private Texts() {}

    /** Whether a text is 1 to 128 characters (code points) without control characters and without lone surrogates. */
    static boolean isIdentifier(String text) {
        return hasLength(text, LONGEST_IDENTIFIER)
                && text.codePoints().noneMatch(point -> Character.isISOControl(point) || isSurrogate(point));
    }

    /** Whether a text is 1 to {@code most} characters (code points) without U+0000 and without lone surrogates. */
    static boolean isText(String text, int most) {
        return hasLength(text, most) && text.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
    }

    private static boolean hasLength(String text, int most) {
        return !text.isEmpty() && (text.length() <= most || text.codePointCount(0, text.length()) <= most);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    static String requireIdentifier(String name, String text) {
        if (!isIdentifier(text)) {
            throw new IllegalArgumentException(name + " must be 1 to " + LONGEST_IDENTIFIER
                    + " characters without control characters, but is " + shown(text));
        }
        return text;
    }

    static String requireText(String name, String text, int most) {
        if (!isText(text, most)) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + most + " characters without U+0000, but is " + shown(text));
        }
        return text;
    }

    static long requireBetween(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    /** A value as a message may show it: in quotes, shortened, without anything that could disturb a terminal or a log. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int[] points = text.codePoints().limit(SHOWN + 1L).toArray();
        for (int i = 0; i < Math.min(SHOWN, points.length); i++) {
            if (Character.isISOControl(points[i]) || isSurrogate(points[i])) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", points[i]));
            } else {
                shown.appendCodePoint(points[i]);
            }
        }
        return shown.append(points.length > SHOWN ? "…\"" : "\"").toString();
    }
}
