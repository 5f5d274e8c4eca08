package dev.streakline.application.announcement;

import dev.streakline.domain.lifetime.BadgeUnlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A viewer has unlocked a badge on a channel; announced once for each viewer, channel and badge.
 *
 * @param recordedAt when it was found
 */
public record BadgeUnlocked(String channel, BadgeUnlock unlock, Instant recordedAt) implements Announcement {

    /** A badge that was unlocked longer ago than this when a fold finds it is history, and is not announced (section 14). */
    public static final Duration MAX_AGE = Duration.ofDays(2);

    @Override
    public List<?> key() {
        return List.of(channel, unlock.badge());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.badgeUnlocked(this);
    }
}
