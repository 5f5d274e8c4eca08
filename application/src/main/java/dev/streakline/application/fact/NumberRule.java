package dev.streakline.application.fact;

import dev.streakline.application.fact.ValueForm.ColumnType;
import java.util.Map;

/** The bounds of the whole numbers in facts, both inclusive, with their units (section 2). */
public enum NumberRule {
    /** The length of one session (details 58). */
    SECONDS(0, 86_400, "whole seconds of one sitting, at most a day", "Omit it if the length is unknown"),
    /** A position in a title (details 59). */
    POSITION(0, 1L << 31, "whole seconds from the start of the title", "Omit both from and to if they are unknown"),
    /** The number of a season or an episode; season 0 is for specials. */
    NUMBERING(0, 1_000_000, "as seasons and episodes are counted", "Omit it if it is unknown"),
    /** The length of a title (details 66). */
    RUNTIME(1, Integer.MAX_VALUE, "whole seconds", "Omit it if it is unknown"),
    /** The amount of a cheer (details 65). */
    BITS(0, 1_000_000_000, "bits", "Split a larger amount"),
    /** How a viewer liked a title. */
    SCORE(0, 100, "points", "Scale other scores to it, 4 of 5 stars to 80");

    private final long least;
    private final long most;
    private final String meaning;
    private final String advice;

    NumberRule(long least, long most, String meaning, String advice) {
        this.least = least;
        this.most = most;
        this.meaning = meaning;
        this.advice = advice;
    }

    boolean allows(long value) {
        return least <= value && value <= most;
    }

    /** Returns {@code value}, or throws when it is out of bounds. */
    long check(Member location, long value) {
        return check(location, value, value);
    }

    /** Returns the value of a JSON number, or throws when it has a fraction or is out of bounds. */
    long read(Member location, Object value) {
        if (value instanceof Number number && WholeNumbers.isWhole(number)) {
            return check(location, WholeNumbers.clampToLong(number), number);
        }
        throw InvalidFactException.wrongType(location, value, "a whole number, " + bounds());
    }

    /** @param asSent the number before it was brought into the reach of a {@code long}, for the reason */
    private long check(Member location, long value, Number asSent) {
        if (allows(value)) {
            return value;
        }
        throw new InvalidFactException(
                RejectionCode.OUT_OF_RANGE,
                location,
                "is " + ErrorExcerpt.of(asSent) + "; it must be " + bounds() + ". " + advice + ".");
    }

    /** The type of a column that has room for them. */
    ColumnType columnType() {
        return most <= Integer.MAX_VALUE ? ColumnType.INT4 : ColumnType.INT8;
    }

    /** The numbers, as OpenAPI describes them. */
    Map<String, Object> jsonSchema() {
        return Map.of("type", "integer", "minimum", least, "maximum", most, "description", meaning);
    }

    /** The bounds and their unit, for a reason. */
    String bounds() {
        return least + " to " + most + " (" + meaning + ")";
    }
}
