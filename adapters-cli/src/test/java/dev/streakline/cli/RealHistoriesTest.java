package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.cli.format.SharedData;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real histories, against answers that were worked out independently. */
@Tag("foreign")
@EnabledIf(
        value = "dev.streakline.cli.format.SharedData#isThere",
        disabledReason = "no foreign histories beside the checkout")
class RealHistoriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRAKT = "data/trakt-andris811/events.ndjson.gz";
    private static final String NETFLIX = "data/netflix-household-luanhii/ViewingActivity.csv";

    private static JsonNode stats(String file, String... options) throws IOException {
        List<String> args =
                new ArrayList<>(List.of("stats", SharedData.file(file).toString(), "--json"));
        args.addAll(List.of(options));
        CommandRun run = CommandRun.of(args.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static JsonNode expected(String file) throws IOException {
        return JSON.readTree(SharedData.file("expected/" + file).toFile());
    }

    private static Map<String, Long> seconds(JsonNode shares) {
        Map<String, Long> seconds = new TreeMap<>();
        shares.forEach(share ->
                seconds.put(share.get("name").asText(), share.get("seconds").asLong()));
        return seconds;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }

    @Test
    void the_trakt_history_has_the_totals_streaks_and_breakdowns_worked_out_for_it() throws IOException {
        JsonNode expected = expected("trakt-events.json");
        JsonNode viewer = stats(TRAKT, "--viewer", "andris811").at("/viewers/0");
        assertThat(viewer.at("/totals/plays").asInt())
                .isEqualTo(expected.get("plays").asInt());
        assertThat(viewer.at("/totals/seconds").asLong())
                .isEqualTo(expected.get("seconds").asLong());
        assertThat(viewer.at("/totals/hours").asDouble())
                .isEqualTo(expected.get("hours").asDouble());
        assertThat(viewer.at("/totals/activeDays").asInt())
                .isEqualTo(expected.get("activeDays").asInt());
        assertThat(viewer.at("/totals/completedMovies").asInt())
                .isEqualTo(expected.at("/distinct/movies").asInt());
        assertThat(viewer.at("/totals/completedShows").asInt())
                .isEqualTo(expected.at("/distinct/shows").asInt());
        assertThat(viewer.at("/totals/completedEpisodes").asInt())
                .isEqualTo(expected.at("/distinct/episodes").asInt());
        assertThat(viewer.at("/streak/longestStreak").asInt())
                .isEqualTo(expected.at("/longest/length").asInt());
        assertThat(viewer.at("/streak/longestStartDate").asText())
                .isEqualTo(expected.at("/longest/start").asText());
        assertThat(viewer.at("/streak/longestEndDate").asText())
                .isEqualTo(expected.at("/longest/end").asText());
        JsonNode all = viewer.at("/viewingTime/all");
        assertThat(seconds(all.get("byType"))).isEqualTo(numbers(expected.get("secondsByType")));
        assertThat(seconds(all.get("byGenre"))).isEqualTo(numbers(expected.get("secondsByGenre")));
        assertThat(seconds(all.get("byYear"))).isEqualTo(numbers(expected.get("secondsByYear")));
        assertThat(seconds(all.get("byMonth"))).containsAllEntriesOf(numbers(expected.get("secondsByMonth2024")));
    }

    @Test
    void the_trakt_history_crosses_every_rung_at_the_instant_worked_out_for_it() throws IOException {
        JsonNode expected = expected("trakt-events.json").get("milestones");
        Map<String, String> instants = new TreeMap<>();
        expected.properties()
                .forEach(ladder -> ladder.getValue()
                        .properties()
                        .forEach(rung -> instants.put(
                                ladder.getKey() + " " + rung.getKey(),
                                Instant.parse(rung.getValue().asText()).toString())));
        Map<String, String> reached = new TreeMap<>();
        stats(TRAKT).at("/viewers/0/milestones/achieved").forEach(milestone -> {
            if (expected.has(milestone.get("type").asText())) {
                reached.put(
                        milestone.get("type").asText() + " "
                                + milestone.get("metric").asText(),
                        milestone.get("achievedAt").asText());
            }
        });
        assertThat(reached).isEqualTo(instants);
    }

    @TestFactory
    Stream<DynamicTest> the_current_streak_of_the_trakt_history() throws IOException {
        return expected("trakt-events.json").get("currentAsOf").properties().stream()
                .map(day -> dynamicTest(day.getKey(), () -> {
                    JsonNode streak =
                            stats(TRAKT, "--as-of", day.getKey() + "T12:00:00Z").at("/viewers/0/streak");
                    assertThat(streak.get("currentStreak").asInt())
                            .isEqualTo(day.getValue().asInt());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
    void the_trakt_history_has_other_streaks_in_other_zones(String zone) throws IOException {
        JsonNode expected =
                expected("showcase-trakt-andris811.json").get("zones").get(zone);
        JsonNode viewer = stats(TRAKT, "--zone", zone).at("/viewers/0");
        assertThat(viewer.get("zone").asText()).isEqualTo(zone);
        assertStreak(viewer, expected.get("streak"));
        expected.get("hoursByYear")
                .properties()
                .forEach(year -> assertThat(
                                seconds(viewer.at("/viewingTime/all/byYear")).get(year.getKey()))
                        .as(year.getKey())
                        .isEqualTo(Math.round(year.getValue().asDouble() * 3_600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewing", "allRows"})
    void the_netflix_household_has_the_rows_hours_and_streaks_worked_out_for_it(String rows) throws IOException {
        JsonNode household = expected("showcase-netflix-household-luanhii.json");
        JsonNode profiles = household.get("profiles");
        expected("showcase-netflix-household-luanhii.json").get("profiles");
        String[] options = rows.equals("viewing")
                ? new String[] {"--zone", "America/Sao_Paulo"}
                : new String[] {"--zone", "America/Sao_Paulo", "--include-previews"};
        JsonNode answer = stats(NETFLIX, options);
        assertThat(answer.at("/summary/rejected").asInt()).isZero();
        assertThat(answer.at("/summary/read").asInt())
                .isEqualTo(household.get("rows").asInt());
        assertThat(answer.get("viewers")).hasSize(profiles.size());
        answer.get("viewers").forEach(viewer -> {
            JsonNode expected = profiles.get(viewer.get("viewer").asText()).get(rows);
            assertThat(viewer.at("/totals/plays").asInt())
                    .isEqualTo(expected.get("events").asInt());
            assertThat(viewer.at("/totals/seconds").asLong())
                    .isEqualTo(Math.round(expected.get("hours").asDouble() * 3_600));
            assertStreak(viewer, expected.get("streak"));
            expected.get("byMonthHours")
                    .properties()
                    .forEach(month -> assertThat(seconds(viewer.at("/viewingTime/all/byMonth"))
                                    .get(month.getKey()))
                            .isEqualTo(Math.round(month.getValue().asDouble() * 3_600)));
        });
    }

    private static void assertStreak(JsonNode viewer, JsonNode expected) {
        assertThat(viewer.at("/totals/activeDays").asInt())
                .isEqualTo(expected.get("activeDays").asInt());
        assertThat(viewer.at("/calendar/days/0/date").asText())
                .isEqualTo(expected.get("firstDay").asText());
        assertThat(viewer.at("/streak/lastWatchedDate").asText())
                .isEqualTo(expected.get("lastDay").asText());
        assertThat(viewer.at("/streak/longestStreak").asInt())
                .isEqualTo(expected.at("/longest/length").asInt());
        assertThat(viewer.at("/streak/longestStartDate").asText())
                .isEqualTo(expected.at("/longest/start").asText());
        assertThat(viewer.at("/streak/longestEndDate").asText())
                .isEqualTo(expected.at("/longest/end").asText());
    }
}
