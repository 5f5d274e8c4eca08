package dev.streakline.cli.history;

/** Foreign texts brought into the bounds that the texts of facts have (section 1 of the specification). */
final class FactTexts {
    private static final int LONGEST_IDENTIFIER = 128;
    private static final int LONGEST_NAME = 1000;

    private FactTexts() {}

    /** Whether the text may be an identifier as it is: 1 to 128 code points without control characters. */
    static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST_IDENTIFIER
                && text.chars().noneMatch(unit -> Character.isISOControl(unit));
    }

    /** The text itself where it may be an identifier; else one made from it, such as {@code netflix:0f3a…}. */
    static String identifier(String text, String prefix) {
        return isIdentifier(text) ? text : prefix + RowIds.digest(text);
    }

    /** The text, cut off after 1000 code points. */
    static String name(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_NAME;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
    }
}
