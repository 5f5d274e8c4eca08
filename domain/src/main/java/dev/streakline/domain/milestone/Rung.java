package dev.streakline.domain.milestone;

/**
 * One step of a ladder.
 *
 * @param threshold the value at which it is reached, inclusive; at least 1
 * @param tier how it is celebrated
 */
public record Rung(int threshold, Tier tier) {

    /**
     * @throws IllegalArgumentException for a threshold below 1
     */
    public Rung {
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold must be at least 1, but is " + threshold);
        }
    }
}
