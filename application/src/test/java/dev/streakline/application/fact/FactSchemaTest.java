package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.streakline.application.fact.ValueForm.ColumnType;
import dev.streakline.application.intake.Event;
import dev.streakline.application.intake.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactSchemaTest {

    private static final Pattern README_MEMBER = Pattern.compile("`(\\w+)(\\??)`");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WATCH | channel, title, session, seconds, from, to, completed, platform, date",
                "TITLE_DETAILS | kind, name, show, showName, season, episode, genres, runtimeSeconds, channel",
                "INTERACTION | channel, kind, bits",
                "PAUSE | from, to",
                "RANKING_CHOICE | listed",
                "CHANNEL_DETAILS | name, creator",
                "RATING | title, score",
                "VIEWER_DETAILS | zone, name, email"
            })
    void an_unknown_member_is_answered_with_those_that_are_known(FactType type, String known) {
        assertThat(Event.of(type).data("x", 1).rejection().reason())
                .isEqualTo("\"x\" is not a member of the data of " + type.code() + ", which may have " + known
                        + ". Correct or remove it.");
    }

    @ParameterizedTest
    @CsvSource({
        "RATING, title, score, /data/score",
        "INTERACTION, channel, kind, /data/kind",
        "INTERACTION, channel, bits, /data/bits",
        "WATCH, from, title, /data/title",
        "WATCH, seconds, from, /data/seconds",
        "TITLE_DETAILS, genres, episode, /data/episode",
        "TITLE_DETAILS, genres, runtimeSeconds, /data/genres",
        "VIEWER_DETAILS, name, zone, /data/zone",
        "PAUSE, to, from, /data/from"
    })
    void of_two_wrong_values_the_one_that_is_read_first_is_reported(
            FactType type, String one, String other, String pointer) {
        Event event = Event.of(type);
        if (type == FactType.WATCH) {
            event.data("from", 0).data("to", 1);
        }

        assertThat(event.data(one, Map.of()).data(other, Map.of()).rejection().pointer())
                .isEqualTo(pointer);
    }

    @Test
    void a_missing_end_of_a_range_is_reported_before_a_wrong_one() {
        assertThat(Event.watch().data("from", "x").rejection().reason())
                .isEqualTo("to is missing; it goes with from, both or none. Add it.");
        assertThat(Event.watch().data("to", "x").rejection().reason())
                .isEqualTo("from is missing; it goes with to, both or none. Add it.");
    }

    @Test
    void a_value_that_means_the_same_as_its_absence_is_written_where_it_was_sent() {
        ParseResult.Parsed without = parsed(Event.of(FactType.INTERACTION).data("kind", "cheer"));
        ParseResult.Parsed with =
                parsed(Event.of(FactType.INTERACTION).data("kind", "cheer").data("bits", 0));

        assertThat(with.fact()).isEqualTo(without.fact());
        assertThat(EventWriter.event(without)).extracting("data").isEqualTo(Map.of("channel", "ch", "kind", "cheer"));
        assertThat(EventWriter.event(with))
                .extracting("data")
                .isEqualTo(Map.of("channel", "ch", "kind", "cheer", "bits", 0L));
    }

    private static ParseResult.Parsed parsed(Event event) {
        return new ParseResult.Parsed(event.fact(), event.digest());
    }

    @Test
    void a_value_that_every_fact_has_is_not_null() {
        FactId id = new FactId(SubjectType.VIEWER, "ann", "test", "e-1");

        assertThatNullPointerException()
                .isThrownBy(() -> new RatingFact(id, Instant.EPOCH, nothing(), 80))
                .withMessage("title");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // Callers without null checks exist.
    private static <T> T nothing() {
        return null;
    }

    @ParameterizedTest
    @EnumSource
    void every_member_is_stored(FactType type) {
        assertThat(type.schema().fields())
                .isNotEmpty()
                .allMatch(field -> field.column() != null || field.mention() != null);
    }

    @Test
    void a_column_of_two_kinds_of_facts_has_one_type() {
        Map<String, Set<ColumnType>> types = new HashMap<>();
        Stream.of(FactType.values())
                .filter(type -> type.subjectType() == SubjectType.VIEWER)
                .flatMap(type -> type.schema().fields().stream())
                .forEach(field -> types.computeIfAbsent(String.valueOf(field.column()), unseen -> new TreeSet<>())
                        .add(field.form().column().type()));

        assertThat(types.values())
                .hasSizeGreaterThan(10)
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void the_readme_lists_the_members(FactType type) throws IOException {
        List<String> members = new ArrayList<>();
        for (FactField<?, ?> field : type.schema().fields()) {
            members.add(field.member().label() + (field.isRequired() ? "" : "?"));
        }
        if (type.schema().isDatable()) {
            members.add("date?");
        }

        assertThat(readmeRow(type))
                .as("members of %s in the table of README.md; a question mark marks those that may be absent", type)
                .containsExactlyInAnyOrderElementsOf(members);
    }

    private static List<String> readmeRow(FactType type) throws IOException {
        String row = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `" + type.code() + "` |"))
                .findFirst()
                .orElse("");
        Matcher member = README_MEMBER.matcher(row.substring(row.indexOf('|', 1) + 1));
        List<String> members = new ArrayList<>();
        while (member.find()) {
            if (!member.group(1).equals("time")) {
                members.add(member.group(1) + member.group(2));
            }
        }
        return members;
    }
}
