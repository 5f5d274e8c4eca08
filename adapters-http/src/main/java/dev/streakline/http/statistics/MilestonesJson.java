package dev.streakline.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streakline.application.milestone.ShowMilestones;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's milestones.
 *
 * @param zone of the viewer
 * @param achieved ladder by ladder, ascending
 * @param next one a ladder that has a rung ahead
 */
record MilestonesJson(String zone, List<AchievedJson> achieved, List<NextJson> next) {

    /** Defensive copies. */
    MilestonesJson {
        achieved = List.copyOf(achieved);
        next = List.copyOf(next);
    }

    /**
     * A rung reached.
     *
     * @param type the ladder
     * @param metric the rung
     * @param precision instant, or date where only that is known
     * @param recordedAt when it was announced; absent while it waits to be
     * @param supported whether the facts still give it
     */
    record AchievedJson(
            String type,
            int metric,
            String tier,
            Instant achievedAt,
            String precision,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant recordedAt,

            boolean supported) {}

    /** The rung ahead; {@code progress} is 0 to 1, four decimals, rounded down. */
    record NextJson(String type, int metric, String tier, long value, long left, BigDecimal progress) {}

    static MilestonesJson of(ShowMilestones.MilestonesView view) {
        return new GeneratedMilestoneMapper().of(view);
    }
}
