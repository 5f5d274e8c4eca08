package dev.streakline.application.intake;

import dev.streakline.application.view.ViewMapping;
import org.mapstruct.Mapper;

/** Copies intake rules into views: the members have the same names. */
@Mapper(config = ViewMapping.class)
interface IntakeRulesMapper {

    IntakeRulesView view(int version, String viewerFacts, IntakeLimits limits);
}
