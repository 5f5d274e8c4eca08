package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Streak;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Executes the example of {@code docs/rules.md}: its days, its late fact and its numbers are read from the page. */
class RulesPageTest {

    private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final String PAGE = page();

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "rules.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MatchResult only(String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(PAGE).results().toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0);
    }

    private static List<LocalDate> days(String word) {
        return Pattern.compile("\\| " + DATE + " \\| " + DATE + " \\| " + word + " \\|")
                .matcher(PAGE)
                .results()
                .flatMap(row -> LocalDate.parse(row.group(1))
                        .datesUntil(LocalDate.parse(row.group(2)).plusDays(1)))
                .toList();
    }

    private static LocalDate lateDay() {
        return LocalDate.parse(only("one more session, on " + DATE + "\\.").group(1));
    }

    private static StreakPolicy freezesOn() {
        MatchResult rule = only("the cap is (\\d+) token, and every (\\d+) qualified days earn one");
        return new StreakPolicy(0, Integer.parseInt(rule.group(1)), Integer.parseInt(rule.group(2)));
    }

    private static Streak streak(List<LocalDate> watched, StreakPolicy policy) {
        LocalDate today = LocalDate.parse(only("current streak on " + DATE).group(1));
        FactColumns facts = new FactColumns(watched.size());
        watched.forEach(day -> facts.watchOn((int) day.toEpochDay(), Titles.NONE, 60, Completed.UNSPECIFIED));
        Policies policies = new Policies(DayStart.MIDNIGHT, policy, CompletionPolicy.DEFAULT, Ladder.DEFAULTS);
        return new Fold(new Titles.Builder().build(), policies)
                .of(new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.UTC, List.of()))
                .streaks()
                .at(Instant.parse(today + "T20:00:00Z"));
    }

    private static List<LocalDate> withLateFact() {
        List<LocalDate> watched = new ArrayList<>(days("watched"));
        watched.add(lateDay());
        return watched;
    }

    private static void isAsInTheRow(Streak streak, String row) {
        MatchResult expected =
                only("\\| " + row + " \\| (\\d+) days \\| " + DATE + " \\| " + DATE + " \\| (\\d+) days \\|");
        Run longest = Objects.requireNonNull(streak.longest());
        assertThat(longest.length()).isEqualTo(Integer.parseInt(expected.group(1)));
        assertThat(longest.start()).isEqualTo(expected.group(2));
        assertThat(longest.end()).isEqualTo(expected.group(3));
        assertThat(streak.current()).isEqualTo(Integer.parseInt(expected.group(4)));
    }

    @Test
    void the_days_of_the_example_follow_each_other_and_the_late_fact_is_before_them() {
        List<LocalDate> all = new ArrayList<>(days("watched"));
        all.addAll(days("missed"));
        List<LocalDate> sorted = all.stream().sorted().toList();
        assertThat(sorted)
                .hasSize(23)
                .containsExactlyElementsOf(
                        sorted.get(0).datesUntil(sorted.get(22).plusDays(1)).toList());
        assertThat(lateDay()).isBefore(sorted.get(0));
    }

    @Test
    void the_example_has_the_numbers_of_the_page_before_the_late_fact() {
        isAsInTheRow(streak(days("watched"), freezesOn()), "before the late fact");
    }

    @Test
    void the_late_fact_shortens_the_longest_streak_to_the_numbers_of_the_page() {
        Streak after = streak(withLateFact(), freezesOn());
        isAsInTheRow(after, "after the late fact");
        Run before = Objects.requireNonNull(streak(days("watched"), freezesOn()).longest());
        assertThat(Objects.requireNonNull(after.longest()).length()).isLessThan(before.length());
    }

    @Test
    void with_freezes_off_the_late_fact_shortens_nothing() {
        isAsInTheRow(streak(days("watched"), StreakPolicy.DEFAULT), "before, with freezes off");
        isAsInTheRow(streak(withLateFact(), StreakPolicy.DEFAULT), "after, with freezes off");
    }

    @Test
    void the_page_is_short() {
        assertThat(PAGE.lines()).hasSizeLessThan(120);
    }
}
