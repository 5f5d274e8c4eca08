package dev.streakline.domain.ranking;

import java.util.Optional;
import java.util.stream.Stream;

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

    /** The metric of exactly this name; empty for every other text. */
    public static Optional<Metric> ofCode(String code) {
        return Stream.of(values()).filter(metric -> metric.code.equals(code)).findFirst();
    }
}
