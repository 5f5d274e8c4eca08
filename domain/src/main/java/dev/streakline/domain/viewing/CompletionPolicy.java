package dev.streakline.domain.viewing;

/**
 * When a title counts as completed without an explicit statement: of a known runtime at least {@code percent} must be
 * watched, of an unknown one at least {@code secondsOfUnknown} (section 6, detail 1).
 *
 * @param percent 1 to 100
 * @param secondsOfUnknown 1 or more
 */
public record CompletionPolicy(int percent, int secondsOfUnknown) {

    /** 80 percent, or ten minutes. */
    public static final CompletionPolicy DEFAULT = new CompletionPolicy(80, 600);

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public CompletionPolicy {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be from 1 to 100, but is " + percent);
        }
        if (secondsOfUnknown < 1) {
            throw new IllegalArgumentException("secondsOfUnknown must be at least 1, but is " + secondsOfUnknown);
        }
    }

    boolean isCompleted(long watchedSeconds, int runtimeSeconds) {
        return runtimeSeconds > 0
                ? 100 * watchedSeconds >= (long) percent * runtimeSeconds
                : watchedSeconds >= secondsOfUnknown;
    }
}
