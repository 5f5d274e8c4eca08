package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.Range;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsOfEachTypeTest {

    private static final Instant TIME = Instant.parse("2026-11-20T20:00:00Z");

    private static FactId viewer() {
        return new FactId(SubjectType.VIEWER, "ann", "test", "e-1");
    }

    @Nested
    class A_watch {

        @Test
        void has_everything_that_is_sent() {
            Event event = Event.watch()
                    .data("title", "movie:1")
                    .data("channel", "ch")
                    .data("session", "s-1")
                    .data("seconds", 300)
                    .data("from", 0)
                    .data("to", 600)
                    .data("completed", false)
                    .data("platform", "tv");

            assertThat(event.fact())
                    .isEqualTo(new WatchFact(
                            viewer(),
                            new Moment.AtInstant(TIME),
                            "movie:1",
                            "ch",
                            "s-1",
                            300,
                            new Range(0, 600),
                            false,
                            "tv"));
        }

        @Test
        void needs_nothing_but_its_moment() {
            assertThat(Event.watch().fact())
                    .isEqualTo(new WatchFact(
                            viewer(), new Moment.AtInstant(TIME), null, null, null, null, null, null, null));
        }

        @ParameterizedTest
        @CsvSource({"from, to", "to, from"})
        void has_both_positions_or_none(String given, String missing) {
            Rejection rejection = Event.watch().data(given, 10).rejection();

            assertThat(rejection.code()).isEqualTo(RejectionCode.FIELD_MISSING);
            assertThat(rejection.pointer()).isEqualTo("/data/" + missing);
            assertThat(rejection.reason()).contains("it goes with " + given);
        }

        @ParameterizedTest
        @CsvSource({
            "-1, 1, event.out_of_range /data/from",
            "0, 0, event.out_of_range /data/to",
            "600, 599, event.out_of_range /data/to",
            "600, 600, event.out_of_range /data/to",
            "2147483647, 2147483649, event.out_of_range /data/to",
            "2147483649, 2147483650, event.out_of_range /data/from",
            "0, 86401, event.out_of_range /data/to"
        })
        void refuses_positions_out_of_order_or_bounds(long from, long to, String refusal) {
            assertThat(Event.watch().data("from", from).data("to", to).refusal())
                    .isEqualTo(refusal);
        }

        @ParameterizedTest
        @CsvSource({"0, 1", "599, 600", "2147483647, 2147483648", "0, 86400"})
        void accepts_positions_in_order_and_bounds(long from, long to) {
            assertThat(Event.watch()
                            .data("from", from)
                            .data("to", to)
                            .watchFact()
                            .range())
                    .isEqualTo(new Range(from, to));
        }

        @Test
        void may_cover_more_than_a_day_of_a_title_when_it_states_its_seconds() {
            Event fast = Event.watch().data("from", 0).data("to", 86_401).data("seconds", 43_201);

            assertThat(fast.watchFact().range()).isEqualTo(new Range(0, 86_401));
        }
    }

    @Nested
    class A_title {

        @Test
        void has_everything_that_is_sent() {
            Event event = Event.title()
                    .data("kind", "episode")
                    .data("name", "Pilot")
                    .data("show", "show:1")
                    .data("showName", "A Show")
                    .data("season", 1)
                    .data("episode", 2)
                    .data("genres", List.of("Drama", "Crime"))
                    .data("runtimeSeconds", 1800)
                    .data("channel", "ch");

            assertThat(event.fact())
                    .isEqualTo(new TitleFact(
                            new FactId(SubjectType.TITLE, "movie:1", "test", "e-1"),
                            TIME,
                            TitleKind.EPISODE,
                            "Pilot",
                            "show:1",
                            "A Show",
                            1,
                            2,
                            List.of("Drama", "Crime"),
                            1800,
                            "ch"));
        }

        @Test
        void has_no_genres_when_none_are_sent() {
            assertThat(Event.title().titleFact().genres()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"movie, MOVIE", "episode, EPISODE", "video, VIDEO", "stream, STREAM"})
        void is_of_one_of_four_kinds(String code, TitleKind kind) {
            assertThat(Event.title().data("kind", code).titleFact().kind()).isEqualTo(kind);
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "Movie", "film", ""})
        void is_of_no_other_kind(String code) {
            assertThat(Event.title().data("kind", code).refusal()).isEqualTo("event.value_unknown /data/kind");
        }

        @Test
        void keeps_the_first_of_repeated_genres_and_distinguishes_case() {
            assertThat(Event.title()
                            .data("genres", List.of("Drama", "Crime", "Drama", "drama"))
                            .titleFact()
                            .genres())
                    .containsExactly("Drama", "Crime", "drama");
        }

        @Test
        void has_at_most_64_genres_repeated_ones_included() {
            List<String> most = new ArrayList<>(Collections.nCopies(64, "Drama"));
            assertThat(Event.title().data("genres", most).titleFact().genres()).containsExactly("Drama");

            most.add("Drama");
            assertThat(Event.title().data("genres", most).refusal()).isEqualTo("event.out_of_range /data/genres");
        }

        @Test
        void has_genres_of_1_to_128_characters() {
            assertThat(Event.title().data("genres", List.of("g".repeat(128))).fact())
                    .isNotNull();
            assertThat(Event.title()
                            .data("genres", List.of("a", "g".repeat(129)))
                            .refusal())
                    .isEqualTo("event.text_invalid /data/genres/1");
            assertThat(Event.title().data("genres", List.of("")).refusal())
                    .isEqualTo("event.text_invalid /data/genres/0");
        }

        @Test
        void has_genres_that_are_texts() {
            assertThat(Event.title().data("genres", List.of("a", 1)).refusal())
                    .isEqualTo("event.wrong_type /data/genres/1");
            assertThat(Event.title()
                            .data("genres", Arrays.asList("a", "b", null))
                            .refusal())
                    .isEqualTo("event.wrong_type /data/genres/2");
            assertThat(Event.title().data("genres", "Drama").refusal()).isEqualTo("event.wrong_type /data/genres");
        }
    }

    @Nested
    class An_interaction {

        @ParameterizedTest
        @CsvSource({"chat, CHAT", "subscription, SUBSCRIPTION", "cheer, CHEER", "gift, GIFT", "raid, RAID"})
        void is_of_one_of_five_kinds_and_without_bits_has_0(String code, InteractionKind kind) {
            assertThat(Event.interaction().data("kind", code).fact())
                    .isEqualTo(new InteractionFact(viewer(), TIME, "ch", kind, 0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Chat", "message"})
        void is_of_no_other_kind(String code) {
            assertThat(Event.interaction().data("kind", code).refusal()).isEqualTo("event.value_unknown /data/kind");
        }

        @ParameterizedTest
        @ValueSource(strings = {"chat", "subscription", "gift", "raid"})
        void has_no_bits_not_even_0_unless_it_is_a_cheer(String code) {
            assertThat(Event.interaction().data("kind", code).data("bits", 0).refusal())
                    .isEqualTo("event.field_excluded /data/bits");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 1_000_000_000})
        void that_cheers_has_its_bits(long bits) {
            assertThat(Event.interaction()
                            .data("kind", "cheer")
                            .data("bits", bits)
                            .fact())
                    .isEqualTo(new InteractionFact(viewer(), TIME, "ch", InteractionKind.CHEER, bits));
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1_000_000_001})
        void cheers_within_bounds(long bits) {
            assertThat(Event.interaction()
                            .data("kind", "cheer")
                            .data("bits", bits)
                            .refusal())
                    .isEqualTo("event.out_of_range /data/bits");
        }
    }

    @Nested
    class A_pause {

        @ParameterizedTest
        @CsvSource({"2026-12-01, 2026-12-01", "2026-12-01, 2027-03-02", "2028-01-01, 2028-04-01"})
        void has_1_to_92_days(LocalDate from, LocalDate to) {
            assertThat(Event.pause()
                            .data("from", from.toString())
                            .data("to", to.toString())
                            .fact())
                    .isEqualTo(new PauseFact(viewer(), TIME, from, to));
        }

        @ParameterizedTest
        @CsvSource({"2026-12-01, 2026-11-30", "2026-12-01, 2027-03-03", "2028-01-01, 2028-04-02"})
        void has_no_other_number_of_days(String from, String to) {
            assertThat(Event.pause().data("from", from).data("to", to).refusal())
                    .isEqualTo("event.out_of_range /data/to");
        }

        @Test
        void is_on_days_of_the_calendar_from_1900_on() {
            assertThat(Event.pause().data("to", "2027-02-29").refusal()).isEqualTo("event.time_malformed /data/to");
            assertThat(Event.pause().data("from", "1899-12-31").refusal()).isEqualTo("event.time_too_old /data/from");
        }
    }

    @Nested
    class Details_of_viewers_and_channels_and_what_viewers_say {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void a_ranking_choice(boolean listed) {
            assertThat(Event.rankingChoice().data("listed", listed).fact())
                    .isEqualTo(new RankingChoiceFact(viewer(), TIME, listed));
        }

        @Test
        void a_channel() {
            FactId id = new FactId(SubjectType.CHANNEL, "ch", "test", "e-1");

            assertThat(Event.channel().fact()).isEqualTo(new ChannelFact(id, TIME, null, null));
            assertThat(Event.channel().data("name", "Ch").data("creator", "cr").fact())
                    .isEqualTo(new ChannelFact(id, TIME, "Ch", "cr"));
        }

        @Test
        void a_rating() {
            assertThat(Event.rating().fact()).isEqualTo(new RatingFact(viewer(), TIME, "movie:1", 80));
        }

        @Test
        void a_viewer() {
            assertThat(Event.viewer().data("name", "Ann").data("email", "a@b").fact())
                    .isEqualTo(new ViewerFact(viewer(), TIME, ZoneId.of("Europe/Berlin"), "Ann", "a@b"));
        }

        @Test
        void a_viewer_without_a_zone() {
            assertThat(Event.viewer().withoutData("zone").data("name", "Ann").fact())
                    .isEqualTo(new ViewerFact(viewer(), TIME, null, "Ann", null));
            assertThat(Event.viewer().withoutData("zone").data("email", "a@b").fact())
                    .isEqualTo(new ViewerFact(viewer(), TIME, null, null, "a@b"));
        }

        @Test
        void a_viewer_fact_without_content_is_refused() {
            assertThat(Event.viewer().withoutData("zone").rejection())
                    .extracting(Rejection::code, Rejection::pointer)
                    .containsExactly(RejectionCode.FIELD_MISSING, "/data");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTC", "Etc/UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Asia/Kathmandu"})
        void a_zone_is_a_region_or_utc(String zone) {
            assertThat(Event.viewer().data("zone", zone).fact())
                    .isEqualTo(new ViewerFact(viewer(), TIME, ZoneId.of(zone), null, null));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+02:00",
                    "Z",
                    "UTC+2",
                    "UTC+02:00",
                    "GMT",
                    "utc",
                    "EST",
                    "MST",
                    "HST",
                    "CET",
                    "Turkey",
                    "SystemV/PST8",
                    "Europe/Atlantis",
                    "europe/berlin",
                    "Europe/",
                    "/",
                    "UTC/",
                    "+02:00/x",
                    "Europe/Berlin ",
                    "../etc/passwd"
                })
        void a_zone_is_nothing_else(String zone) {
            assertThat(Event.viewer().data("zone", zone).refusal()).isEqualTo("event.zone_unknown /data/zone");
        }

        @Test
        void a_zone_has_at_most_128_characters() {
            assertThat(Event.viewer().data("zone", "E/" + "x".repeat(127)).refusal())
                    .isEqualTo("event.text_invalid /data/zone");
        }
    }
}
