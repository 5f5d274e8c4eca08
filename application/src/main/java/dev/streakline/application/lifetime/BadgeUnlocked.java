package dev.streakline.application.lifetime;

import dev.streakline.domain.lifetime.BadgeUnlock;
import java.time.Duration;
import java.time.Instant;

/**
 * That a viewer has unlocked a badge on a channel; recorded once for each viewer, channel and badge, and never changed, also
 * when the facts behind it are gone (detail 87).
 *
 * @param recordedAt when it was found
 */
public record BadgeUnlocked(String channel, BadgeUnlock unlock, Instant recordedAt) {

    /** What was unlocked longer ago than this when it is found is history, and is not announced (section 14). */
    public static final Duration LATEST = Duration.ofDays(2);
}
