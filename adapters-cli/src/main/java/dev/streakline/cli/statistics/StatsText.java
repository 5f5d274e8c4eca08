package dev.streakline.cli.statistics;

import dev.streakline.application.calendar.CalendarView;
import dev.streakline.application.milestone.MilestonesView.AchievedView;
import dev.streakline.application.milestone.MilestonesView.NextView;
import dev.streakline.application.statistics.TotalsView;
import dev.streakline.application.streak.StreakView;
import dev.streakline.application.viewing.ViewingTimeView;
import dev.streakline.application.viewing.ViewingTimeView.ComparisonView;
import dev.streakline.application.viewing.ViewingTimeView.ShareView;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the statistics of a viewer for people. */
final class StatsText {

    private static final int WEEKS = 26;
    private static final int SHOWN_SHARES = 5;
    private static final String SHADES = "·░▒▓█";

    private final PrintWriter out;

    StatsText(PrintWriter out) {
        this.out = out;
    }

    void print(ViewerStats stats) {
        out.println(Terminal.plain(stats.viewer()) + "   as of " + stats.asOf() + ", " + stats.zone());
        out.println();
        streak(stats.streak());
        out.println();
        out.printf("  %-12s%s%n", "watched", watched(stats.totals()));
        stats.viewingTime().forEach(this::window);
        ViewingTimeView all = stats.allTime();
        shares("by type", all.byType());
        shares("by genre", all.byGenre());
        shares("by platform", all.byPlatform());
        out.println();
        milestones(stats.milestones().achieved(), stats.milestones().next());
        out.println();
        calendar(stats.calendar());
        out.println();
    }

    private void streak(StreakView streak) {
        String current = days(streak.currentStreak()) + ", " + streak.status().replace('_', ' ');
        String until = streak.expiresAt() == null ? "" : ", lasts until " + streak.expiresAt();
        out.printf("  %-12s%s%s%n", "streak", current, until);
        if (streak.longestStreak() > 0) {
            out.printf(
                    "  %-12s%s, %s to %s%n",
                    "longest", days(streak.longestStreak()), streak.longestStartDate(), streak.longestEndDate());
        }
    }

    static String days(int days) {
        return days + (days == 1 ? " day" : " days");
    }

    private static String watched(TotalsView totals) {
        return totals.hours() + " h in " + totals.plays() + " plays on "
                + days(totals.activeDays()) + "; completed "
                + totals.completedMovies() + " movies, " + totals.completedEpisodes() + " episodes of "
                + totals.completedShows() + " shows";
    }

    private void window(String name, ViewingTimeView time) {
        if (time.from() != null && time.to() != null) {
            ComparisonView comparison = time.comparison();
            String change = comparison == null || comparison.changePercent() == null
                    ? ""
                    : ", " + (comparison.changeSeconds() < 0 ? "" : "+") + comparison.changePercent()
                            + " % against the " + name + " before so far";
            out.printf(
                    "  %-12s%s h in %s%s%n",
                    "this " + name, time.totalHours(), Terminal.count(time.sessions(), "session"), change);
        }
    }

    private void shares(String name, List<ShareView> shares) {
        String shown = shares.stream()
                .limit(SHOWN_SHARES)
                .map(share -> Terminal.plain(share.name()) + " " + share.hours() + " h")
                .collect(Collectors.joining(", "));
        String more = shares.size() > SHOWN_SHARES ? ", " + (shares.size() - SHOWN_SHARES) + " more" : "";
        out.printf("  %-12s%s%s%n", name, shown, more);
    }

    private void milestones(List<AchievedView> achieved, List<NextView> next) {
        for (AchievedView milestone : achieved) {
            out.printf(
                    "  %-15s%-9s %s%n",
                    milestone.metric() + " " + milestone.type(), milestone.tier(), milestone.achievedAt());
        }
        for (NextView ahead : next) {
            out.printf("  %-15s%-9s %d left%n", ahead.metric() + " " + ahead.type(), "next", ahead.left());
        }
    }

    /** The last half year, a column a week, a row a weekday; darker is longer. */
    private void calendar(CalendarView calendar) {
        LocalDate today = calendar.today();
        LocalDate first =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        Map<LocalDate, Long> seconds = new HashMap<>();
        calendar.days().forEach(day -> seconds.put(day.date(), day.seconds()));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            StringBuilder row = new StringBuilder();
            for (int week = 0; week < WEEKS; week++) {
                LocalDate day = first.plusWeeks(week).plusDays(weekday.getValue() - 1L);
                row.append(day.isAfter(today) ? ' ' : shade(seconds.get(day)));
            }
            String name = weekday == DayOfWeek.MONDAY ? "Mon " + first : weekday == DayOfWeek.SUNDAY ? "Sun" : "";
            out.printf("  %-16s%s%n", name, row);
        }
    }

    /** Nothing, under half an hour, under one and a half, under four, more. */
    private static char shade(@Nullable Long seconds) {
        if (seconds == null) {
            return SHADES.charAt(0);
        }
        int level = seconds < 1_800 ? 1 : seconds < 5_400 ? 2 : seconds < 14_400 ? 3 : 4;
        return SHADES.charAt(level);
    }
}
