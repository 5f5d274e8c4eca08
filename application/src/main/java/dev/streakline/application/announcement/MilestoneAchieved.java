package dev.streakline.application.announcement;

import dev.streakline.domain.milestone.RecordedAchievement;
import java.time.Instant;
import java.util.List;

/** A viewer has reached a rung of a ladder; announced once for each viewer, measure and threshold. */
public record MilestoneAchieved(RecordedAchievement achievement) implements Announcement {

    @Override
    public Instant recordedAt() {
        return achievement.recordedAt();
    }

    @Override
    public List<?> key() {
        return List.of(achievement.measure(), achievement.rung().threshold());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.milestoneAchieved(this);
    }
}
