package dev.streakline.http.statistics;

import dev.streakline.domain.viewing.Hours;
import dev.streakline.domain.viewing.Share;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import dev.streakline.http.web.Copying;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies what agrees. */
@Mapper(config = Copying.class, imports = Hours.class)
interface ViewingShapes {

    @Mapping(target = "zone", source = "zone")
    @Mapping(target = "period", source = "time.window.kind")
    @Mapping(target = "from", expression = "java(bound(time.window(), time.window().start()))")
    @Mapping(target = "to", expression = "java(bound(time.window(), time.window().end()))")
    @Mapping(target = "totalHours", expression = "java(Hours.of(time.seconds()))")
    @Mapping(target = "byType", source = "time.byKind")
    ViewingTimeJson of(ViewingTime time, String zone);

    @Mapping(target = "hours", expression = "java(Hours.of(share.seconds()))")
    ViewingTimeJson.ShareJson of(Share share);

    default String of(WindowKind kind) {
        return kind.code();
    }

    default @Nullable LocalDate bound(Window window, LocalDate end) {
        return window.kind() == WindowKind.ALL ? null : end;
    }
}
