package dev.streakline.application.milestone;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's milestones at a moment (section 6).
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param achieved ladder by ladder, ascending
 * @param next the next rung of each ladder that has one
 */
public record MilestonesView(Instant asOf, String zone, List<AchievedView> achieved, List<NextView> next) {

    /** Defensive copies. */
    public MilestonesView {
        achieved = List.copyOf(achieved);
        next = List.copyOf(next);
    }

    /**
     * A rung that the viewer has reached.
     *
     * @param type the ladder: movies, shows, episodes, hours or streak
     * @param metric the rung
     * @param precision instant, or date where only the date is known
     * @param recordedAt when it was announced; absent until then, and in an answer about the past
     * @param supported whether the facts still support it
     */
    public record AchievedView(
            String type,
            int metric,
            String tier,
            Instant achievedAt,
            String precision,
            @Nullable Instant recordedAt,
            boolean supported) {}

    /**
     * The rung ahead.
     *
     * @param value the present value, in the ladder's unit, rounded down
     * @param left the missing rest, in the ladder's unit, rounded up
     * @param progress 0 to 1, four decimals, rounded down
     */
    public record NextView(String type, int metric, String tier, long value, long left, BigDecimal progress) {}
}
