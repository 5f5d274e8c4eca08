package dev.streakline.application.announcement;

import dev.streakline.domain.milestone.RecordedAchievement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An announced achievement of a viewer. */
public sealed interface Announcement permits MilestoneAchieved, BadgeUnlocked, PercentileRanked {

    /** When it was announced. */
    Instant recordedAt();

    /** The identity of the announcement: of two of one viewer with equal keys only the first is recorded. */
    List<?> key();

    /** The result of the case that applies. */
    <R> R match(Cases<R> cases);

    /** One case for each kind of announcement. */
    interface Cases<R> {

        /** A viewer has reached a rung of a ladder. */
        R milestoneAchieved(MilestoneAchieved announcement);

        /** A viewer has unlocked a badge on a channel. */
        R badgeUnlocked(BadgeUnlocked announcement);

        /** A viewer has risen into a higher percentile band of a population. */
        R percentileRanked(PercentileRanked announcement);
    }

    /** The achievements among some announcements, in their order. */
    static List<RecordedAchievement> achievements(List<Announcement> announcements) {
        Cases<Stream<RecordedAchievement>> achievements = new Cases<>() {
            @Override
            public Stream<RecordedAchievement> milestoneAchieved(MilestoneAchieved announcement) {
                return Stream.of(announcement.achievement());
            }

            @Override
            public Stream<RecordedAchievement> badgeUnlocked(BadgeUnlocked announcement) {
                return Stream.empty();
            }

            @Override
            public Stream<RecordedAchievement> percentileRanked(PercentileRanked announcement) {
                return Stream.empty();
            }
        };
        return announcements.stream()
                .flatMap(announcement -> announcement.match(achievements))
                .toList();
    }
}
