package dev.streakline.cli.demo;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingView;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.cli.ranking.RankingText;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.domain.viewing.HourFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The best viewers, as the demo shows them: ten in each list, equal ones ordered by name.
 *
 * @param mostWatchedChannel the five who have watched most of it
 */
public record DemoTables(
        List<ViewerValue> longestStreaksNow,
        List<ViewerValue> mostHours,
        List<ViewerValue> mostMilestones,
        RankingView mostWatchedChannel) {

    private static final int ROWS = 10;
    private static final int RANKED_ROWS = 5;

    /** A viewer and their number of days, hours or milestones. */
    record ViewerValue(String viewer, BigDecimal value) {}

    /** The statistics of one viewer. */
    private record Known(ViewerId viewer, ReadHistory.Evaluated counted) {

        private ViewerValue row(Function<ReadHistory.Evaluated, BigDecimal> value) {
            return new ViewerValue(viewer.value(), value.apply(counted));
        }
    }

    /**
     * The lists of all viewers of a store, as of now.
     *
     * @param channels at least one; the one with the most watch time is shown
     */
    public static DemoTables of(CommandContext context, List<String> channels) {
        ReadHistory reading =
                new ReadHistory(context.ports().histories(), context.ports().statistics(), context.clock());
        List<Known> known = new ArrayList<>();
        for (ViewerId viewer : reading.viewers()) {
            reading.statistics(viewer, AsOf.LIVE).ifPresent(evaluated -> known.add(new Known(viewer, evaluated)));
        }
        return new DemoTables(
                top(known, DemoTables::streakNow),
                top(
                        known,
                        evaluated -> HourFormat.ofSeconds(
                                evaluated.statistics().totals().seconds())),
                top(
                        known,
                        evaluated -> BigDecimal.valueOf(
                                evaluated.statistics().achievements().size())),
                mostWatched(context.ports().rankings(), channels));
    }

    private static RankingView mostWatched(Rankings rankings, List<String> channels) {
        Population most = channels.stream()
                .map(Population.OfChannel::new)
                .max(Comparator.comparingLong(channel -> seconds(rankings, channel)))
                .orElseThrow();
        return new ShowRanking(rankings).show(most, Metric.WATCH_TIME, null, RANKED_ROWS, null);
    }

    private static long seconds(Rankings rankings, Population channel) {
        Standings standings = rankings.find(channel).map(Ranking::watchTime).orElse(Standings.EMPTY);
        return IntStream.range(0, standings.size()).mapToLong(standings::value).sum();
    }

    private static BigDecimal streakNow(ReadHistory.Evaluated evaluated) {
        ViewerStatistics statistics = evaluated.statistics();
        return BigDecimal.valueOf(statistics.standing(evaluated.now()).currentStreak());
    }

    private static List<ViewerValue> top(List<Known> known, Function<ReadHistory.Evaluated, BigDecimal> value) {
        return known.stream()
                .map(each -> each.row(value))
                .sorted(Comparator.comparing(ViewerValue::value).reversed())
                .limit(ROWS)
                .toList();
    }

    /** The lists beside each other and the channel below, for people. */
    public String text() {
        String heading = String.format(Locale.ROOT, "  %-25s%-25s%s%n", "streaks now, days", "hours", "milestones");
        int rows = Stream.of(longestStreaksNow, mostHours, mostMilestones)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        return Stream.iterate(0, row -> row < rows, row -> row + 1)
                .map(this::line)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        heading,
                        System.lineSeparator().repeat(2) + "  most watched channel: "
                                + RankingText.of(mostWatchedChannel, null)));
    }

    private String line(int row) {
        return Stream.of(longestStreaksNow, mostHours, mostMilestones)
                .map(list -> list.get(row))
                .map(cell -> String.format(Locale.ROOT, "  %-15s%8s", Terminal.plain(cell.viewer()), cell.value()))
                .collect(Collectors.joining());
    }
}
