package dev.streakline.application.view;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.ReportingPolicy;

/** How domain values are copied into views: a member that nothing fills is an error of the build. */
@MapperConfig(
        uses = ViewValues.class,
        nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        suppressTimestampInGenerated = true,
        implementationName = "Generated<CLASS_NAME>")
public final class ViewMapping {

    private ViewMapping() {}
}
