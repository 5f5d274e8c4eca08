package dev.streakline.application.view;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.viewing.HourFormat;
import dev.streakline.domain.viewing.WindowKind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import org.mapstruct.Named;

/** Values of the domain as views show them. */
public final class ViewValues {

    /** Hours to two decimals, half up. */
    @Named("hours")
    public BigDecimal hours(long seconds) {
        return HourFormat.ofSeconds(seconds);
    }

    /** The id, such as {@code Europe/Berlin} or {@code UTC}. */
    public String id(ZoneId zone) {
        return Zones.name(zone);
    }

    /** The id. */
    public String id(ViewerId viewer) {
        return viewer.value();
    }

    /** The time of day, such as {@code 04:00}. */
    public String time(DayStart start) {
        return start.time().toString();
    }

    /** The month, such as {@code 2026-03}. */
    public String month(YearMonth month) {
        return month.toString();
    }

    /** The code. */
    public String code(Measure measure) {
        return measure.code();
    }

    /** The code. */
    public String code(Metric metric) {
        return metric.code();
    }

    /** The code. */
    public String code(Precision precision) {
        return precision.code();
    }

    /** The code. */
    public String code(Tier tier) {
        return tier.code();
    }

    /** The code. */
    public String code(WindowKind kind) {
        return kind.code();
    }
}
