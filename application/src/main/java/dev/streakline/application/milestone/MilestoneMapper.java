package dev.streakline.application.milestone;

import dev.streakline.application.milestone.MilestonesView.AchievedView;
import dev.streakline.application.milestone.MilestonesView.NextView;
import dev.streakline.application.view.ViewMapping;
import dev.streakline.domain.milestone.Milestone;
import dev.streakline.domain.milestone.Milestones;
import dev.streakline.domain.milestone.NextRung;
import java.time.Instant;
import java.time.ZoneId;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies milestones into views. */
@Mapper(config = ViewMapping.class)
interface MilestoneMapper {

    @Mapping(target = "achieved", source = "milestones.reached")
    @Mapping(target = "next", source = "milestones.next")
    MilestonesView view(Instant asOf, ZoneId zone, Milestones milestones);

    @Mapping(target = "type", source = "measure")
    @Mapping(target = "metric", source = "rung.threshold")
    @Mapping(target = "tier", source = "rung.tier")
    @Mapping(target = "supported", source = "support")
    AchievedView view(Milestone milestone);

    @Mapping(target = "type", source = "measure")
    @Mapping(target = "metric", source = "rung.threshold")
    @Mapping(target = "tier", source = "rung.tier")
    NextView view(NextRung rung);

    /** Whether the facts support a milestone. */
    default boolean isSupported(Milestone.Support support) {
        return support == Milestone.Support.SUPPORTED;
    }
}
