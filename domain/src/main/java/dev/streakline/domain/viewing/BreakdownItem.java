package dev.streakline.domain.viewing;

/**
 * A part of a breakdown. The seconds of all parts add up to the total exactly; their hours, each rounded, need not
 * (detail 75).
 *
 * @param name what the part is, {@code unknown} for what is not known (detail 73)
 * @param seconds counted seconds
 */
public record BreakdownItem(String name, long seconds) {

    /** The name of the part of which nothing is known. */
    public static final String UNKNOWN = "unknown";
}
