package dev.streakline.application.viewing;

import dev.streakline.application.view.ViewMapping;
import dev.streakline.application.viewing.ViewingTimeView.ComparisonView;
import dev.streakline.application.viewing.ViewingTimeView.ShareView;
import dev.streakline.domain.viewing.BreakdownItem;
import dev.streakline.domain.viewing.PeriodComparison;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.ViewingTime.MonthTotal;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Copies viewing times into views. */
@Mapper(config = ViewMapping.class)
interface ViewingTimeMapper {

    @Mapping(target = "asOf", source = "asOf")
    @Mapping(target = "today", source = "time.asOf")
    @Mapping(target = "period", source = "time.window.kind")
    @Mapping(target = "from", source = "time.window", qualifiedByName = "start")
    @Mapping(target = "to", source = "time.window", qualifiedByName = "end")
    @Mapping(target = "totalHours", source = "time.seconds", qualifiedByName = "hours")
    @Mapping(target = "byType", source = "time.byKind")
    @Mapping(target = "byYear", source = "time.byMonth", qualifiedByName = "years")
    ViewingTimeView view(Instant asOf, ZoneId zone, ViewingTime time);

    @Mapping(target = "hours", source = "seconds", qualifiedByName = "hours")
    ShareView view(BreakdownItem item);

    @Mapping(target = "name", source = "month")
    @Mapping(target = "hours", source = "seconds", qualifiedByName = "hours")
    ShareView view(MonthTotal month);

    ComparisonView view(PeriodComparison comparison);

    /** The first day of a window; null for all of history. */
    @Named("start")
    default @Nullable LocalDate start(Window window) {
        return window.kind() == WindowKind.ALL ? null : window.start();
    }

    /** The day after the last of a window; null for all of history. */
    @Named("end")
    default @Nullable LocalDate end(Window window) {
        return window.kind() == WindowKind.ALL ? null : window.end();
    }

    /** Months added up by calendar year. */
    @Named("years")
    default List<ShareView> years(List<MonthTotal> months) {
        SortedMap<Integer, Long> years = new TreeMap<>();
        months.forEach(month -> years.merge(month.month().getYear(), month.seconds(), Long::sum));
        return years.entrySet().stream()
                .map(year -> view(new BreakdownItem(Year.of(year.getKey()).toString(), year.getValue())))
                .toList();
    }
}
