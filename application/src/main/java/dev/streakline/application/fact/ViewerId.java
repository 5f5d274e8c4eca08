package dev.streakline.application.fact;

/**
 * The name of a viewer, opaque to us.
 *
 * @param value 1 to 128 characters without control characters
 */
public record ViewerId(String value) {

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public ViewerId {
        TextRule.IDENTIFIER.check(Member.SUBJECT, value);
    }
}
