package dev.streakline.domain.milestone;

/** What a ladder measures. */
public enum Measure {
    /** Distinct movies completed. */
    MOVIES("movies"),
    /** Distinct shows of which an episode is completed. */
    SHOWS("shows"),
    /** Distinct episodes completed. */
    EPISODES("episodes"),
    /** Counted hours watched: a rung is reached at rung · 3600 counted seconds. */
    HOURS("hours"),
    /** Days of the longest streak. */
    STREAK("streak");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}
