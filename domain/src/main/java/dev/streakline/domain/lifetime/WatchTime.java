package dev.streakline.domain.lifetime;

import dev.streakline.domain.viewing.HourFormat;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer has watched on a channel.
 *
 * @param sessions distinct sessions; several slices of one sitting are one
 * @param measuredSessions how many of them have a length or an estimate
 * @param seconds counted seconds, estimates included
 * @param estimatedSeconds how many of them are estimates
 * @param first the earliest session of the earliest local day; absent without a session
 * @param last the latest session of the latest local day; absent without a session
 */
public record WatchTime(
        int sessions,
        int measuredSessions,
        long seconds,
        long estimatedSeconds,
        @Nullable SessionStart first,
        @Nullable SessionStart last) {

    /** Nothing was watched. */
    public static final WatchTime NONE = new WatchTime(0, 0, 0, 0, null, null);

    /**
     * @throws IllegalArgumentException when a part is negative or more than its whole
     */
    public WatchTime {
        if (measuredSessions < 0 || sessions < measuredSessions) {
            throw new IllegalArgumentException(
                    "measuredSessions must be from 0 to " + sessions + ", but is " + measuredSessions);
        }
        if (estimatedSeconds < 0 || seconds < estimatedSeconds) {
            throw new IllegalArgumentException(
                    "estimatedSeconds must be from 0 to " + seconds + ", but is " + estimatedSeconds);
        }
    }

    /** Whole minutes, rounded down (detail 84). */
    public long minutes() {
        return seconds / 60;
    }

    /** Hours to two decimals, half up. */
    public BigDecimal hours() {
        return HourFormat.ofSeconds(seconds);
    }

    /**
     * The seconds of an average session among those that have a length or an estimate, half up; empty when there are none
     * (detail 83).
     */
    public OptionalLong averageSeconds() {
        return measuredSessions == 0
                ? OptionalLong.empty()
                : OptionalLong.of((2 * seconds + measuredSessions) / (2L * measuredSessions));
    }
}
