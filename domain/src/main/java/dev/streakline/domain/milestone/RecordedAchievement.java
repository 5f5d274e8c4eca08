package dev.streakline.domain.milestone;

import dev.streakline.domain.calendar.Precision;
import java.time.Duration;
import java.time.Instant;

/**
 * The record of an achievement: one for each viewer, ladder and rung, never changed or removed.
 *
 * @param measure the ladder
 * @param rung the step of it
 * @param achievedAt what was known of it when it was recorded
 * @param precision how exactly that was known
 * @param recordedAt when it was recorded
 */
public record RecordedAchievement(
        Measure measure, Rung rung, Instant achievedAt, Precision precision, Instant recordedAt) {

    /** An achievement older than this is history and causes no notification. */
    public static final Duration NEWS = Duration.ofDays(2);

    /** The announcement of an achievement, recorded now. */
    public static RecordedAchievement of(Achievement achievement, Instant recordedAt) {
        return new RecordedAchievement(
                achievement.measure(),
                achievement.rung(),
                achievement.achievedAt(),
                achievement.precision(),
                recordedAt);
    }

    /** Whether it is of an achievement: the same rung of the same ladder. */
    public boolean isOf(Achievement achievement) {
        return measure == achievement.measure()
                && rung.threshold() == achievement.rung().threshold();
    }

    /** Whether a notification is sent: it was achieved at most 48 hours before it was recorded. */
    public boolean isNews() {
        return !achievedAt.isBefore(recordedAt.minus(NEWS));
    }
}
