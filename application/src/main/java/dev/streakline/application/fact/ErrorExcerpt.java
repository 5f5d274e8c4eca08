package dev.streakline.application.fact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value is shown in a reason: short whatever its size, and safe to print in a log or a terminal. */
public final class ErrorExcerpt {

    private static final int SHOWN_CODE_POINTS = 40;
    private static final int SHOWN_BITS = 256;
    private static final double DIGITS_PER_BIT = 0.30103;

    private ErrorExcerpt() {}

    public static String of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "a list" : "a value that JSON does not have";
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int at = 0;
        for (int count = 0; at < text.length() && count < SHOWN_CODE_POINTS; count++) {
            int codePoint = text.codePointAt(at);
            append(codePoint, shown);
            at += Character.charCount(codePoint);
        }
        return shown.append(at < text.length() ? "…\"" : "\"").toString();
    }

    private static void append(int codePoint, StringBuilder shown) {
        switch (Character.getType(codePoint)) {
            // Format characters turn the direction of a line, and separators end it.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
            default -> shown.appendCodePoint(codePoint);
        }
    }

    private static String number(Number number) {
        // Writing out a number of a million digits takes seconds and helps no reader.
        if (number instanceof BigInteger whole) {
            return whole.bitLength() <= SHOWN_BITS ? whole.toString() : tooLong(whole);
        }
        if (number instanceof BigDecimal decimal) {
            BigInteger digits = decimal.unscaledValue();
            return digits.bitLength() <= SHOWN_BITS ? decimal.toString() : tooLong(digits);
        }
        return WholeNumbers.isOfJson(number) ? number.toString() : "a value that JSON does not have";
    }

    private static String tooLong(BigInteger digits) {
        return "a number of about " + (long) Math.ceil(digits.bitLength() * DIGITS_PER_BIT) + " digits";
    }
}
