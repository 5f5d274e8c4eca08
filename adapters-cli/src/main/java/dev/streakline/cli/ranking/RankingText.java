package dev.streakline.cli.ranking;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.RankingView;
import dev.streakline.application.ranking.RankingView.RankedView;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.ranking.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A ranking for people: a line for each viewer, with their name last, since that may be of any width. */
public final class RankingText {

    private final RankingView answer;
    private final boolean isOfTime;
    private final @Nullable ViewerId marked;
    private final List<String> lines = new ArrayList<>();

    private RankingText(RankingView answer, @Nullable ViewerId marked) {
        this.answer = answer;
        this.isOfTime = answer.metric().equals(Metric.WATCH_TIME.code());
        this.marked = marked;
    }

    /**
     * The lines of an answer.
     *
     * @param marked the requested viewer, who is marked; absent for none
     */
    public static String of(RankingView answer, @Nullable ViewerId marked) {
        RankingText text = new RankingText(answer, marked);
        text.addLines();
        return String.join(System.lineSeparator(), text.lines);
    }

    private void addLines() {
        String whose = answer.channel() == null ? "all viewers" : Terminal.plain(answer.channel());
        if (answer.asOf() == null) {
            lines.add(whose + "   never ranked; run 'streakline recalculate'");
            return;
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s   as of %s, %,d ranked by %s",
                whose,
                answer.asOf(),
                answer.population(),
                isOfTime ? "watch time" : "messages"));
        lines.add("");
        if (answer.items().isEmpty()) {
            lines.add("  no viewer is ranked");
        } else {
            lines.add(row("", "rank", isOfTime ? "hours" : "messages", "top", "viewer"));
        }
        answer.items().forEach(this::add);
        if (marked != null) {
            lines.add("");
            answer.around().forEach(this::add);
            if (answer.around().isEmpty()) {
                lines.add("  " + Terminal.plain(marked.value()) + " is not ranked: they have "
                        + (isOfTime ? "no watch time" : "sent no messages") + ", or have opted out");
            }
        }
    }

    private void add(RankedView ranked) {
        lines.add(row(
                ranked.isYou() ? ">" : "",
                String.valueOf(ranked.rank()),
                isOfTime ? hours(ranked.value()) : String.format(Locale.ROOT, "%,d", ranked.value()),
                ranked.topPercent() + " %",
                Terminal.plain(ranked.name() == null ? String.valueOf(ranked.viewer()) : ranked.name())));
    }

    private static String row(String mark, String rank, String value, String top, String viewer) {
        return String.format(Locale.ROOT, "%-2s%4s%12s%7s  %s", mark, rank, value, top, viewer);
    }

    /** Hours and whole minutes, rounded down. */
    private static String hours(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return String.format(Locale.ROOT, "%,d:%02d", time.toHours(), time.toMinutesPart());
    }
}
