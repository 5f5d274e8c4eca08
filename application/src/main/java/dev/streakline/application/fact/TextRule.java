package dev.streakline.application.fact;

import java.util.Map;

/**
 * The rules of texts in facts (sections 1 and 2). Lengths are Unicode code points. No text contains lone surrogates,
 * which are no characters, or U+0000, which PostgreSQL cannot store. An accepted text is stored exactly, without
 * trimming or normalization.
 */
enum TextRule {
    /** Names a thing of another system; has no control characters (general category Cc). */
    IDENTIFIER(1, 128),
    /** A name for people. */
    NAME(0, 1000),
    /** Where something was watched. */
    PLATFORM(0, 128),
    /** One genre of a title. */
    GENRE(1, 128),
    /** An address, stored as sent: its form is not checked. */
    EMAIL(0, 320);

    private final int shortest;
    private final int longest;

    TextRule(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** Returns {@code text}, or throws when this rule refuses it. */
    String check(Member location, String text) {
        // A code point takes one or two units: most texts need no counting, and no huge text is walked through.
        int units = text.length();
        if (units < shortest || (units > longest && isTooLong(text))) {
            throw wrongLength(location, text);
        }
        for (int i = 0; i < units; i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                i = lowOfPair(text, i);
                if (i < 0) {
                    throw refused(location, text, "a lone surrogate, which is not a character");
                }
            } else if (unit == 0) {
                throw refused(location, text, "U+0000, which cannot be stored");
            } else if (this == IDENTIFIER && Character.isISOControl(unit)) {
                throw refused(location, text, "a control character, which identifiers must not have");
            }
        }
        return text;
    }

    /** The texts, as OpenAPI describes them. */
    Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "minLength", shortest, "maxLength", longest);
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                i = lowOfPair(text, i);
                if (i < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The index of the second half of the pair that begins at {@code at}, or −1 where no pair begins. */
    private static int lowOfPair(String text, int at) {
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        return pair ? at + 1 : -1;
    }

    private boolean isTooLong(String text) {
        return text.length() > 2 * longest || text.codePointCount(0, text.length()) > longest;
    }

    private InvalidFactException wrongLength(Member location, String text) {
        String length = text.length() > 2 * longest
                ? "more than " + longest
                : String.valueOf(text.codePointCount(0, text.length()));
        return new InvalidFactException(
                RejectionCode.TEXT_INVALID,
                location,
                "has " + length + " characters (Unicode code points): " + ErrorExcerpt.of(text) + "; it must have "
                        + shortest + " to " + longest
                        + ". Shorten it, or omit the member if it is optional.");
    }

    private static InvalidFactException refused(Member location, String text, String because) {
        return new InvalidFactException(
                RejectionCode.TEXT_INVALID,
                location,
                "is " + ErrorExcerpt.of(text) + "; it contains " + because + ". Remove it at the source.");
    }
}
