package dev.streakline.application.milestone;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.milestone.Milestones;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.util.List;
import java.util.Optional;

/** Shows the milestones that a viewer has reached and those ahead. */
public final class ShowMilestones {

    private static final MilestoneMapper MAPPER = new GeneratedMilestoneMapper();

    private final ReadHistory histories;
    private final Announcements announcements;

    /** Reads from these histories and announcements. */
    public ShowMilestones(ReadHistory histories, Announcements announcements) {
        this.histories = histories;
        this.announcements = announcements;
    }

    /**
     * The milestones of a viewer at a moment; empty for an unknown viewer. An answer about the past ignores
     * announcements: it contains what the facts supported then.
     */
    public Optional<MilestonesView> show(ViewerId viewer, AsOf moment) {
        return histories.statistics(viewer, moment).map(known -> {
            ViewerStatistics folded = known.statistics();
            return MAPPER.view(
                    known.now(),
                    known.zone(),
                    Milestones.of(
                            known.policies().ladders(),
                            folded.achievements(),
                            moment.isLive() ? Announcement.achievements(announcements.find(viewer)) : List.of(),
                            folded.standing(known.now())));
        });
    }
}
