package dev.streakline.http.viewing;

import dev.streakline.application.viewing.ShowViewingTime;
import dev.streakline.domain.viewing.Comparison;
import dev.streakline.domain.viewing.Hours;
import dev.streakline.domain.viewing.Share;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import dev.streakline.http.exchange.Answers;
import dev.streakline.http.exchange.Copying;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/**
 * Viewing time of a window. Seconds of the parts add up to the total; hours are each rounded half up to two decimals.
 *
 * @param zone of the viewer
 * @param period week, month, year or all
 * @param from the first local day of the window; absent for all
 * @param to the day after its last, also while it is running; absent for all
 * @param comparison beside the same elapsed part of the window before; absent for all
 */
record ViewingTimeJson(
        String zone,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long seconds,
        BigDecimal totalHours,
        long estimatedSeconds,
        int sessions,
        int activeDays,
        int movies,
        int shows,
        int episodes,
        List<ShareJson> byType,
        List<ShareJson> byGenre,
        List<ShareJson> byPlatform,
        @Nullable Comparison comparison) {

    /** Defensive copies. */
    ViewingTimeJson {
        byType = List.copyOf(byType);
        byGenre = List.copyOf(byGenre);
        byPlatform = List.copyOf(byPlatform);
    }

    /** A part of a breakdown. */
    record ShareJson(String name, long seconds, BigDecimal hours) {}

    static ViewingTimeJson of(ShowViewingTime.Answer answer) {
        return Shapes.INSTANCE.of(answer.viewingTime(), Answers.name(answer.zone()));
    }

    /** Copies what agrees. */
    @Mapper(config = Copying.class, imports = Hours.class)
    interface Shapes {

        Shapes INSTANCE = Mappers.getMapper(Shapes.class);

        @Mapping(target = "zone", source = "zone")
        @Mapping(target = "period", source = "time.window.kind")
        @Mapping(target = "from", expression = "java(bound(time.window(), time.window().start()))")
        @Mapping(target = "to", expression = "java(bound(time.window(), time.window().end()))")
        @Mapping(target = "totalHours", expression = "java(Hours.of(time.seconds()))")
        @Mapping(target = "byType", source = "time.byKind")
        ViewingTimeJson of(ViewingTime time, String zone);

        @Mapping(target = "hours", expression = "java(Hours.of(share.seconds()))")
        ShareJson of(Share share);

        default String of(WindowKind kind) {
            return kind.code();
        }

        default @Nullable LocalDate bound(Window window, LocalDate end) {
            return window.kind() == WindowKind.ALL ? null : end;
        }
    }
}
