package dev.streakline.cli.statistics;

import dev.streakline.application.calendar.ShowCalendar;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.milestone.Milestone;
import dev.streakline.domain.milestone.NextRung;
import dev.streakline.domain.statistics.Totals;
import dev.streakline.domain.streak.Streak;
import dev.streakline.domain.viewing.BreakdownItem;
import dev.streakline.domain.viewing.DayTotal;
import dev.streakline.domain.viewing.HourFormat;
import dev.streakline.domain.viewing.PeriodComparison;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.WindowKind;
import java.math.BigDecimal;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All statistics of one viewer, as {@code stats --json} prints them. Instants are RFC 3339, dates ISO 8601. */
public record StatsAnswer(
        String viewer,
        String asOf,
        String zone,
        String today,
        TotalsJson totals,
        StreakJson streak,
        MilestonesJson milestones,
        Map<String, ViewingTimeJson> viewingTime,
        CalendarJson calendar) {

    /** Puts the answers about one viewer together. */
    public static StatsAnswer of(
            ViewerId viewer,
            ShowStreak.StreakView streak,
            ShowMilestones.MilestonesView milestones,
            Map<WindowKind, ViewingTime> viewingTimes,
            ShowCalendar.CalendarView calendar) {
        Map<String, ViewingTimeJson> windows = new LinkedHashMap<>();
        viewingTimes.forEach((kind, time) -> windows.put(kind.code(), ViewingTimeJson.of(time)));
        return new StatsAnswer(
                viewer.value(),
                streak.asOf().toString(),
                Zones.name(streak.zone()),
                streak.today().toString(),
                TotalsJson.of(milestones.totals(), calendar.days().size()),
                StreakJson.of(streak),
                new MilestonesJson(
                        milestones.milestones().reached().stream()
                                .map(MilestoneJson::of)
                                .toList(),
                        milestones.milestones().next().stream()
                                .map(NextJson::of)
                                .toList()),
                windows,
                new CalendarJson(calendar.days().stream().map(DayJson::of).toList()));
    }

    /** The viewing time of all of history. */
    public ViewingTimeJson allTime() {
        return Objects.requireNonNull(viewingTime.get(WindowKind.ALL.code()), "all windows are there");
    }

    /** What was watched in all; movies, shows and episodes are those completed. */
    public record TotalsJson(
            int plays,
            long seconds,
            BigDecimal hours,
            long estimatedSeconds,
            int activeDays,
            int completedMovies,
            int completedShows,
            int completedEpisodes) {

        static TotalsJson of(Totals totals, int activeDays) {
            return new TotalsJson(
                    totals.watches(),
                    totals.seconds(),
                    HourFormat.ofSeconds(totals.seconds()),
                    totals.estimatedSeconds(),
                    activeDays,
                    totals.movies(),
                    totals.shows(),
                    totals.episodes());
        }
    }

    /** The streak. */
    public record StreakJson(
            String status,
            int currentStreak,
            @Nullable String streakStartDate,
            @Nullable String expiresAt,
            int longestStreak,
            @Nullable String longestStartDate,
            @Nullable String longestEndDate,
            @Nullable String lastWatchedDate,
            int freezes,
            List<String> contentTypesInStreak) {

        static StreakJson of(ShowStreak.StreakView view) {
            Streak streak = view.streak();
            Run longest = streak.longest();
            return new StreakJson(
                    streak.state().name().toLowerCase(Locale.ROOT),
                    streak.current(),
                    text(streak.start()),
                    text(streak.expiresAt()),
                    longest == null ? 0 : longest.length(),
                    longest == null ? null : text(longest.start()),
                    longest == null ? null : text(longest.end()),
                    text(streak.lastWatched()),
                    streak.freezes(),
                    view.kinds().stream().map(TitleKind::code).sorted().toList());
        }
    }

    /** Milestones reached, and the next of each ladder. */
    public record MilestonesJson(List<MilestoneJson> achieved, List<NextJson> next) {}

    /** A rung reached. */
    public record MilestoneJson(
            String type,
            int metric,
            String tier,
            String achievedAt,
            String precision,
            @Nullable String recordedAt,
            boolean supported) {

        static MilestoneJson of(Milestone milestone) {
            return new MilestoneJson(
                    milestone.measure().code(),
                    milestone.rung().threshold(),
                    milestone.rung().tier().code(),
                    milestone.achievedAt().toString(),
                    milestone.precision().code(),
                    text(milestone.recordedAt()),
                    milestone.support() == Milestone.Support.SUPPORTED);
        }
    }

    /** The rung ahead. */
    public record NextJson(String type, int metric, String tier, long value, long left, BigDecimal progress) {

        static NextJson of(NextRung next) {
            return new NextJson(
                    next.measure().code(),
                    next.rung().threshold(),
                    next.rung().tier().code(),
                    next.value(),
                    next.left(),
                    next.progress());
        }
    }

    /** Viewing time of a window; {@code to} is the day after its last, both are absent for all of history. */
    public record ViewingTimeJson(
            @Nullable String from,
            @Nullable String to,
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
            List<ShareJson> byYear,
            List<ShareJson> byMonth,
            @Nullable ComparisonJson comparison) {

        static ViewingTimeJson of(ViewingTime time) {
            boolean isBounded = time.window().kind() != WindowKind.ALL;
            return new ViewingTimeJson(
                    isBounded ? time.window().start().toString() : null,
                    isBounded ? time.window().end().toString() : null,
                    time.seconds(),
                    HourFormat.ofSeconds(time.seconds()),
                    time.estimatedSeconds(),
                    time.sessions(),
                    time.activeDays(),
                    time.movies(),
                    time.shows(),
                    time.episodes(),
                    shares(time.byKind()),
                    shares(time.byGenre()),
                    shares(time.byPlatform()),
                    years(time.byMonth()),
                    time.byMonth().stream()
                            .map(month -> ShareJson.of(month.month().toString(), month.seconds()))
                            .toList(),
                    ComparisonJson.of(time.comparison()));
        }

        private static List<ShareJson> shares(List<BreakdownItem> shares) {
            return shares.stream()
                    .map(share -> ShareJson.of(share.name(), share.seconds()))
                    .toList();
        }

        private static List<ShareJson> years(List<ViewingTime.MonthTotal> months) {
            SortedMap<Year, Long> years = new TreeMap<>();
            months.forEach(month -> years.merge(Year.of(month.month().getYear()), month.seconds(), Long::sum));
            return years.entrySet().stream()
                    .map(year -> ShareJson.of(year.getKey().toString(), year.getValue()))
                    .toList();
        }
    }

    /** A part of a breakdown. */
    public record ShareJson(String name, long seconds, BigDecimal hours) {

        static ShareJson of(String name, long seconds) {
            return new ShareJson(name, seconds, HourFormat.ofSeconds(seconds));
        }
    }

    /** Beside the same elapsed part of the window before. */
    public record ComparisonJson(
            long previousSeconds,
            long changeSeconds,
            @Nullable BigDecimal changePercent) {

        static @Nullable ComparisonJson of(@Nullable PeriodComparison comparison) {
            return comparison == null
                    ? null
                    : new ComparisonJson(
                            comparison.previousSeconds(), comparison.changeSeconds(), comparison.changePercent());
        }
    }

    /** The days with a session. */
    public record CalendarJson(List<DayJson> days) {}

    /** One local day. */
    public record DayJson(String date, long seconds, int plays) {

        static DayJson of(DayTotal day) {
            return new DayJson(day.day().toString(), day.seconds(), day.sessions());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
