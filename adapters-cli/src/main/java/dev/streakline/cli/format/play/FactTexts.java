package dev.streakline.cli.format.play;

import java.util.regex.Pattern;

/** Foreign texts brought into the bounds that the texts of facts have (section 1 of the specification). */
public final class FactTexts {
    private static final int LONGEST_IDENTIFIER = 128;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_PART = 64;

    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private FactTexts() {}

    /** Whether the text may be an identifier as it is: 1 to 128 code points, no control characters or lone surrogates. */
    public static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST_IDENTIFIER
                && text.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    /** The text, or the digest of a long one, so that some words fit before it in an identifier. */
    public static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_PART ? text : RowIds.digest(text);
    }

    /** The text itself where it may be an identifier; else one made from it, such as {@code netflix:0f3a…}. */
    public static String identifier(String text, String prefix) {
        return isIdentifier(text) ? text : prefix + RowIds.digest(text);
    }

    /** The text, cut off after 1000 code points; a character that no text of a fact may contain becomes U+FFFD. */
    public static String name(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_NAME;
        String name = fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
        boolean isClean =
                name.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
        return isClean ? name : UNKEEPABLE.matcher(name).replaceAll("\uFFFD");
    }
}
