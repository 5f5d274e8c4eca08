package dev.streakline.domain.milestone;

import dev.streakline.domain.calendar.Precision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rung that a viewer has reached, as people see it: what the facts support and what the ledger has recorded.
 *
 * @param measure the ladder
 * @param rung the step of it
 * @param achievedAt as the facts support it now; where they no longer do, as it was recorded
 * @param precision how exactly {@code achievedAt} is known
 * @param recordedAt when it was recorded; absent without a ledger, as in an answer about the past
 * @param support whether the facts still support it
 */
public record Milestone(
        Measure measure,
        Rung rung,
        Instant achievedAt,
        Precision precision,
        @Nullable Instant recordedAt,
        Support support) {

    /** Whether the facts support a milestone. */
    public enum Support {
        /** They do. */
        SUPPORTED,
        /** It was recorded, and facts were withdrawn since; it stays, and {@code verify} lists it. */
        UNSUPPORTED
    }
}
