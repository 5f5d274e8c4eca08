package dev.streakline.http.statistics;

import dev.streakline.domain.viewing.BreakdownItem;
import dev.streakline.domain.viewing.HourFormat;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import dev.streakline.http.web.MapperDefaults;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies what agrees. */
@Mapper(config = MapperDefaults.class, imports = HourFormat.class)
interface ViewingTimeMapper {

    @Mapping(target = "zone", source = "zone")
    @Mapping(target = "period", source = "time.window.kind")
    @Mapping(target = "from", expression = "java(bound(time.window(), time.window().start()))")
    @Mapping(target = "to", expression = "java(bound(time.window(), time.window().end()))")
    @Mapping(target = "totalHours", expression = "java(HourFormat.ofSeconds(time.seconds()))")
    @Mapping(target = "byType", source = "time.byKind")
    ViewingTimeJson of(ViewingTime time, String zone);

    @Mapping(target = "hours", expression = "java(HourFormat.ofSeconds(share.seconds()))")
    ViewingTimeJson.ShareJson of(BreakdownItem share);

    default String of(WindowKind kind) {
        return kind.code();
    }

    default @Nullable LocalDate bound(Window window, LocalDate end) {
        return window.kind() == WindowKind.ALL ? null : end;
    }
}
