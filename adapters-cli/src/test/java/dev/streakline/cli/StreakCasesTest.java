package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.cli.format.SharedData;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.streak.Streak;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Cases of other projects' tests, of those whose rule is ours. */
@Tag("foreign")
@EnabledIf(
        value = "dev.streakline.cli.format.SharedData#isThere",
        disabledReason = "no foreign cases beside the checkout")
class StreakCasesTest {

    private static final Set<String> OUR_RULES = Set.of("calendar-day", "today-in-zone", "calendar-day+ignore-future");

    /** Rules of others, and why they are not ours. */
    private static final Map<String, String> OTHER_RULES = Map.ofEntries(
            Map.entry("calendar-day+tomorrow-counts", "a day ahead is not today's streak yet"),
            Map.entry("calendar-week-sunday", "streaks are made of days"),
            Map.entry(
                    "calendar-day+excluded-weekdays", "weekdays are not bridged, pauses are, and bridges do not count"),
            Map.entry("origin-specific", "the newest group counts there, even when it lies ahead"),
            Map.entry("calendar-day+leeway", "a late start of the day moves every day, it is no leeway for one"),
            Map.entry("calendar-day+goal", "a day is qualified by seconds, not by a number of events"),
            Map.entry(
                    "calendar-day+auto-freeze",
                    "tokens are earned by qualified days, not given, and bridges do not count"),
            Map.entry("calendar-day+goal+auto-freeze", "both of the above"),
            Map.entry(
                    "earn-freeze(1 per 7 days, cap 3)",
                    "tokens are earned over a life, not read off a streak's length"),
            Map.entry("grace: <=24h full, <=48h floor(75%), else 0", "hours do not matter, days do"),
            Map.entry("manual freeze of one missed day", "freezes are spent by the fold, not by hand"),
            Map.entry("incremental", "a streak is a fold over all days, not a counter"),
            Map.entry(
                    "calendar-day+offset-per-event", "a viewer has a zone timeline, an event has no offset of its own"),
            Map.entry("run of successes in a sequence of events (not days)", "streaks are made of days"),
            Map.entry("7-day window in 1..28 February", "a statistic that is not ours"));

    private static List<JsonNode> cases() throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(SharedData.file("cases/streak_cases.json").toFile());
        return StreamSupport.stream(root.get("cases").spliterator(), false).toList();
    }

    @Test
    void every_rule_is_ours_or_is_left_out_for_a_reason() throws IOException {
        Set<String> rules = new HashSet<>();
        cases().forEach(each -> rules.add(each.get("rule").asText()));
        Set<String> known = new HashSet<>(OUR_RULES);
        known.addAll(OTHER_RULES.keySet());
        assertThat(rules).isEqualTo(known);
    }

    @TestFactory
    Stream<DynamicTest> the_streak_is_as_the_other_project_expects() throws IOException {
        return cases().stream()
                .filter(each -> OUR_RULES.contains(each.get("rule").asText()))
                .map(each -> dynamicTest(
                        each.get("id").asText() + " " + each.get("test").asText(), () -> check(each)));
    }

    private static void check(JsonNode given) {
        ZoneId zone = given.has("zone") ? ZoneId.of(given.get("zone").asText()) : ZoneOffset.UTC;
        FactColumns facts = new FactColumns(8);
        given.path("activeDays")
                .forEach(day -> facts.watchOn(
                        (int) LocalDate.parse(day.asText()).toEpochDay(), Titles.NONE, 60, Completed.UNSPECIFIED));
        given.path("eventsUtc")
                .forEach(event -> facts.watch(
                        EpochMicros.of(Instant.parse(event.asText())), Titles.NONE, 60, Completed.UNSPECIFIED));
        Instant now = now(given, zone);
        var statistics = new Fold(new Titles.Builder().build(), Policies.DEFAULT)
                .of(new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.ofFixedZone(zone), List.of()));
        Streak streak = statistics.streaks().at(now);
        Run longest = streak.longest();
        JsonNode expect = given.get("expect");
        if (expect.has("current")) {
            assertThat(streak.current()).isEqualTo(expect.get("current").asInt());
        }
        if (expect.has("currentStart") && streak.start() != null) {
            assertThat(streak.start()).isEqualTo(expect.get("currentStart").asText());
        }
        if (expect.has("longest")) {
            assertThat(longest == null ? 0 : longest.length())
                    .isEqualTo(expect.get("longest").asInt());
        }
        if (expect.has("longestStart") && longest != null) {
            assertThat(longest.start()).isEqualTo(expect.get("longestStart").asText());
            assertThat(longest.end()).isEqualTo(expect.get("longestEnd").asText());
        }
        if (expect.has("today")) {
            assertThat(statistics.streaks().todayAt(now))
                    .isEqualTo(expect.get("today").asText());
        }
        if (expect.has("todayInStreak")) {
            assertThat(statistics
                            .streaks()
                            .qualified()
                            .contains(statistics.streaks().todayAt(now)))
                    .isEqualTo(expect.get("todayInStreak").asBoolean());
        }
    }

    private static Instant now(JsonNode given, ZoneId zone) {
        if (given.has("asOfUtc")) {
            return Instant.parse(given.get("asOfUtc").asText());
        }
        String asOf = given.get("asOf").asText();
        return asOf.contains("T")
                ? Instant.parse(asOf)
                : LocalDate.parse(asOf).atTime(12, 0).atZone(zone).toInstant();
    }
}
