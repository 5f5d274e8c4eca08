package dev.streakline.application.fact;

/**
 * The part of a title that was watched, half-open: from the second {@code from} to before the second {@code to}
 * (details 59).
 *
 * <p>Example: {@code [0, 600)} is the first ten minutes. Positions beyond the runtime are cut off when the title is
 * known, not here.
 *
 * @param from seconds from the start of the title, 0 to 2^31
 * @param to seconds from the start of the title, above {@code from}, at most 2^31
 */
public record Range(long from, long to) {

    public Range {
        NumberRule.POSITION.check(Member.FROM, from);
        NumberRule.POSITION.check(Member.TO, to);
        if (from >= to) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE,
                    Member.TO,
                    "is " + to + "; it must be above from, which is " + from + ". Omit both if nothing was watched.");
        }
    }

    /** {@code to − from}, in seconds, at least 1. */
    public long seconds() {
        return to - from;
    }
}
