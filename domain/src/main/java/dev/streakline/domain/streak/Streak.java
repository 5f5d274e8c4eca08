package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.Run;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's streak at one instant. Lengths are counts of qualified days; bridged days never add.
 *
 * @param state what it is now
 * @param current the days of the run that reaches today or yesterday; 0 when there is no current streak
 * @param start the first day of that run; absent when {@code current} is 0
 * @param longest the longest run ever, of equally long ones the later; absent while no day has qualified
 * @param lastWatched the last local day with any session, qualified or not; absent when there is none
 * @param expiresAt the instant at which the streak breaks if nothing more is watched, ignoring tokens; absent when
 *     {@code current} is 0
 * @param freezes the freeze tokens that the viewer has
 */
public record Streak(
        StreakState state,
        int current,
        @Nullable LocalDate start,
        @Nullable Run longest,
        @Nullable LocalDate lastWatched,
        @Nullable Instant expiresAt,
        int freezes) {}
