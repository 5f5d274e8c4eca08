package dev.streakline.http.statistics;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Milestone;
import dev.streakline.domain.milestone.NextRung;
import dev.streakline.http.web.MapperDefaults;
import java.time.ZoneId;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies what agrees. */
@Mapper(config = MapperDefaults.class)
interface MilestoneMapper {

    @Mapping(target = "achieved", source = "milestones.reached")
    @Mapping(target = "next", source = "milestones.next")
    MilestonesJson of(ShowMilestones.MilestonesView view);

    @Mapping(target = "type", source = "measure")
    @Mapping(target = "metric", source = "rung.threshold")
    @Mapping(target = "tier", expression = "java(milestone.rung().tier().code())")
    @Mapping(target = "supported", source = "support")
    MilestonesJson.AchievedJson of(Milestone milestone);

    @Mapping(target = "type", source = "measure")
    @Mapping(target = "metric", source = "rung.threshold")
    @Mapping(target = "tier", expression = "java(rung.rung().tier().code())")
    MilestonesJson.NextJson of(NextRung rung);

    default String of(Measure measure) {
        return measure.code();
    }

    default String of(Precision precision) {
        return precision.code();
    }

    default boolean of(Milestone.Support support) {
        return support == Milestone.Support.SUPPORTED;
    }

    default String of(ZoneId zone) {
        return Zones.name(zone);
    }
}
