package dev.streakline.domain.ranking;

/** What viewers are ranked by (section 8). */
public enum Metric {
    /** Counted seconds watched. */
    WATCH_TIME("watchTime"),
    /** Interactions of every kind (detail 32). */
    MESSAGES("messages");

    private final String code;

    Metric(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}
