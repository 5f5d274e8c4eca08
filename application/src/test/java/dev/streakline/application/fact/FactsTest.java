package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.streakline.application.intake.Event;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of facts that no reader has made. */
class FactsTest {

    private static final Instant TIME = Instant.parse("2026-11-20T20:00:00Z");
    private static final FactId VIEWER = new FactId(SubjectType.VIEWER, "ann", "test", "e-1");
    private static final FactId TITLE = new FactId(SubjectType.TITLE, "movie:1", "test", "e-1");

    @Nested
    class A_fact {

        @ParameterizedTest
        @EnumSource
        void has_a_type_with_a_code_a_number_and_a_schema(FactType type) {
            Fact fact = Event.of(type).fact();

            assertThat(fact.type()).isEqualTo(type);
            assertThat(type.schema().cast(fact)).isSameAs(fact);
            assertThat(FactType.ofCode(type.code())).contains(type);
            assertThat(FactType.ofNumber(type.number()))
                    .isEqualTo(type.number() == 0 ? Optional.empty() : Optional.of(type));
        }

        @Test
        void is_about_a_subject_of_its_space() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RankingChoiceFact(TITLE, TIME, true))
                    .withMessage("id.space is TITLE; the subject of streakline.ranking-choice.v1 is in the space"
                            + " VIEWER.");
            assertThatIllegalArgumentException().isThrownBy(() -> new ChannelFact(VIEWER, TIME, null, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PauseFact(TITLE, TIME, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1)));
        }

        @Test
        void cuts_its_instant_to_the_microsecond() {
            Instant fine = Instant.parse("2026-11-20T20:00:00.123456789Z");
            Instant cut = Instant.parse("2026-11-20T20:00:00.123456Z");

            assertThat(new RankingChoiceFact(VIEWER, fine, true).time()).isEqualTo(cut);
            assertThat(new Moment.AtInstant(fine).time()).isEqualTo(cut);
        }

        @Test
        void is_from_1900_to_9999() {
            assertThat(new Moment.AtInstant(Instant.parse("1900-01-01T00:00:00Z")))
                    .isNotNull();
            assertThat(new Moment.AtInstant(Instant.parse("9999-12-31T23:59:59.999999999Z")))
                    .isNotNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Moment.AtInstant(Instant.parse("1899-12-31T23:59:59.999999999Z")))
                    .withMessageStartingWith("time is 1899-12-31T23:59:59.999999999Z; ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Moment.AtInstant(Instant.parse("+10000-01-01T00:00:00Z")));
            assertThatIllegalArgumentException().isThrownBy(() -> new Moment.AtInstant(Instant.MIN));
            assertThatIllegalArgumentException().isThrownBy(() -> new Moment.AtInstant(Instant.MAX));
            assertThat(new Moment.OnDate(LocalDate.of(9999, 12, 31))).isNotNull();
            assertThatIllegalArgumentException().isThrownBy(() -> new Moment.OnDate(LocalDate.of(10_000, 1, 1)));
            assertThatIllegalArgumentException().isThrownBy(() -> new Moment.OnDate(LocalDate.of(1899, 12, 31)));
        }

        @Test
        void returns_its_moment() {
            assertThat(Event.watch().fact().moment().<String>match(Instant::toString, LocalDate::toString))
                    .isEqualTo("2026-11-20T20:00:00Z");
            assertThat(Event.watch()
                            .dated("2026-11-20")
                            .fact()
                            .moment()
                            .<String>match(Instant::toString, LocalDate::toString))
                    .isEqualTo("2026-11-20");
        }
    }

    @Nested
    class An_identity {

        @Test
        void is_made_of_identifiers() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FactId(SubjectType.VIEWER, "", "test", "e-1"))
                    .withMessageStartingWith(
                            "subject has 0 characters (Unicode code points): \"\"; it must have 1 to 128.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FactId(SubjectType.VIEWER, "ann", "te\nst", "e-1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FactId(SubjectType.VIEWER, "ann", "test", "\uD800"))
                    .withMessageStartingWith("id is \"\\u{d800}\"");
        }

        @Test
        void distinguishes_spaces() {
            assertThat(new FactId(SubjectType.VIEWER, "42", "s", "i"))
                    .isNotEqualTo(new FactId(SubjectType.TITLE, "42", "s", "i"));
        }
    }

    @Nested
    class Bounds {

        @Test
        void hold_for_a_watch() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> watch(86_401, null, null))
                    .withMessageStartingWith("seconds is 86401; it must be 0 to 86400");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> watch(null, new Range(1, 86_402), null))
                    .withMessageStartingWith("to is 86402 and from is 1; ");
            assertThatIllegalArgumentException().isThrownBy(() -> watch(null, null, "p".repeat(129)));
            assertThat(watch(86_400, new Range(1, 86_402), "p".repeat(128))).isNotNull();
        }

        @Test
        void hold_for_a_range() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 5));
            assertThatIllegalArgumentException().isThrownBy(() -> new Range(5, 5));
            assertThatIllegalArgumentException().isThrownBy(() -> new Range(5, (1L << 31) + 1));
            assertThat(new Range(5, 1L << 31).seconds()).isEqualTo(2_147_483_643L);
        }

        @Test
        void hold_for_a_title() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> title(TitleKind.UNKNOWN, 1, 1, 1))
                    .withMessageStartingWith("kind is \"unknown\"");
            assertThatIllegalArgumentException().isThrownBy(() -> title(TitleKind.MOVIE, -1, 1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> title(TitleKind.MOVIE, 1, 1_000_001, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> title(TitleKind.MOVIE, 1, 1, 0));
        }

        @Test
        void hold_for_an_interaction() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InteractionFact(VIEWER, TIME, "ch", InteractionKind.CHAT, 1))
                    .withMessageStartingWith("bits is given and kind is chat");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InteractionFact(VIEWER, TIME, "ch", InteractionKind.CHEER, 1_000_000_001));
        }

        @Test
        void hold_for_a_rating_and_a_channel() {
            assertThatIllegalArgumentException().isThrownBy(() -> new RatingFact(VIEWER, TIME, "movie:1", 101));
            assertThatIllegalArgumentException().isThrownBy(() -> new RatingFact(VIEWER, TIME, "", 100));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new ChannelFact(new FactId(SubjectType.CHANNEL, "ch", "test", "e-1"), TIME, null, ""));
        }

        @Test
        void hold_for_a_viewer() {
            assertThatIllegalArgumentException().isThrownBy(() -> viewerIn(ZoneOffset.ofHours(2)));
            assertThatIllegalArgumentException().isThrownBy(() -> viewerIn(ZoneOffset.UTC));
            assertThatIllegalArgumentException().isThrownBy(() -> viewerIn(ZoneId.of("UTC+02:00")));
            assertThat(viewerIn(ZoneId.of("UTC"))).isNotNull();
        }

        private static WatchFact watch(@Nullable Integer seconds, @Nullable Range range, @Nullable String platform) {
            return new WatchFact(VIEWER, new Moment.AtInstant(TIME), null, null, null, seconds, range, null, platform);
        }

        private static TitleFact title(TitleKind kind, int season, int episode, int runtime) {
            return new TitleFact(TITLE, TIME, kind, "Alien", null, null, season, episode, List.of(), runtime, null);
        }

        private static ViewerFact viewerIn(ZoneId zone) {
            return new ViewerFact(VIEWER, TIME, zone, null, null);
        }
    }

    @Test
    void the_genres_of_a_title_are_a_copy() {
        List<String> genres = new ArrayList<>(List.of("Drama"));
        TitleFact title =
                new TitleFact(TITLE, TIME, TitleKind.MOVIE, "Alien", null, null, null, null, genres, null, null);
        genres.add("Crime");

        assertThat(title.genres()).containsExactly("Drama");
        assertThat(title.genres()).isUnmodifiable();
    }
}
