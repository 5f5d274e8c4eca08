package dev.streakline.http.web;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** How the copies of domain values into answers are generated: a member that nothing fills is an error of the build. */
@MapperConfig(
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        suppressTimestampInGenerated = true,
        implementationName = "Generated<CLASS_NAME>")
public interface MapperDefaults {}
