package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTallyTest {

    private static final int FILM = 0;
    private static final int FILM_OF_UNKNOWN_LENGTH = 1;
    private static final int PILOT = 2;
    private static final int SECOND_EPISODE = 3;
    private static final int EPISODE_OF_ANOTHER_SHOW = 4;
    private static final int EPISODE_OF_NO_SHOW = 5;
    private static final Titles TITLES = new Titles.Builder()
            .describe(FILM, title(TitleKind.MOVIE, null, 100))
            .describe(FILM_OF_UNKNOWN_LENGTH, title(TitleKind.MOVIE, null, 0))
            .describe(PILOT, title(TitleKind.EPISODE, "Dark", 100))
            .describe(SECOND_EPISODE, title(TitleKind.EPISODE, "Dark", 100))
            .describe(EPISODE_OF_ANOTHER_SHOW, title(TitleKind.EPISODE, "Light", 100))
            .describe(EPISODE_OF_NO_SHOW, title(TitleKind.EPISODE, null, 100))
            .build();

    private final CompletionTally tally = new CompletionTally(TITLES, CompletionPolicy.DEFAULT);

    private static TitleDetails title(TitleKind kind, @Nullable String show, int runtime) {
        return new TitleDetails(kind, show, List.of(), runtime);
    }

    private void assertCompleted(int movies, int shows, int episodes) {
        assertThat(List.of(tally.movies(), tally.shows(), tally.episodes())).containsExactly(movies, shows, episodes);
    }

    @Nested
    class what_completes {

        @Test
        void saying_so() {
            tally.markCompleted(FILM);
            assertCompleted(1, 0, 0);
        }

        @ParameterizedTest
        @CsvSource({"79, 0, 0", "80, 0, 1", "40, 39, 0", "40, 40, 1", "0, 80, 1"})
        void the_seconds_of_all_sessions_together(int first, int second, int movies) {
            tally.addSeconds(FILM, first);
            tally.addSeconds(FILM, second);
            assertCompleted(movies, 0, 0);
        }

        @ParameterizedTest
        @CsvSource({"0, 40, 40, 79, 0", "0, 40, 40, 80, 1", "0, 50, 40, 70, 0", "10, 50, 60, 100, 1", "20, 99, 0, 1, 1"
        })
        void the_union_of_all_ranges(int from, int to, int nextFrom, int nextTo, int movies) {
            tally.addRange(FILM, from, to);
            assertCompleted(0, 0, 0);
            tally.addRange(FILM, nextFrom, nextTo);
            assertCompleted(movies, 0, 0);
        }

        @Test
        void the_ranges_and_the_seconds_of_sessions_without_one() {
            tally.addRange(FILM, 0, 40);
            tally.addSeconds(FILM, 39);
            assertCompleted(0, 0, 0);
            tally.addSeconds(FILM, 1);
            assertCompleted(1, 0, 0);
        }

        @Test
        void not_what_lies_beyond_the_runtime() {
            tally.addRange(FILM, 50, 1_000);
            tally.addRange(FILM, 200, 1_000);
            tally.addRange(FILM, 0, 29);
            assertCompleted(0, 0, 0);
            tally.addRange(FILM, 0, 30);
            assertCompleted(1, 0, 0);
        }

        @ParameterizedTest
        @CsvSource({"599, 0", "600, 1"})
        void ten_minutes_of_a_title_of_unknown_length(int seconds, int movies) {
            tally.addRange(FILM_OF_UNKNOWN_LENGTH, 5_000, 5_000 + seconds);
            assertCompleted(movies, 0, 0);
        }
    }

    @Nested
    class what_counts {

        @Test
        void a_title_once_however_often_it_is_completed() {
            tally.markCompleted(FILM);
            tally.markCompleted(FILM);
            tally.addSeconds(FILM, 100);
            tally.addRange(FILM, 0, 100);
            assertCompleted(1, 0, 0);
        }

        @Test
        void an_episode_and_its_show_once() {
            tally.markCompleted(PILOT);
            assertCompleted(0, 1, 1);
            tally.markCompleted(SECOND_EPISODE);
            assertCompleted(0, 1, 2);
            tally.markCompleted(EPISODE_OF_ANOTHER_SHOW);
            assertCompleted(0, 2, 3);
        }

        @Test
        void an_episode_of_no_show_for_no_show() {
            tally.markCompleted(EPISODE_OF_NO_SHOW);
            assertCompleted(0, 0, 1);
        }

        @ParameterizedTest
        @EnumSource(names = {"VIDEO", "STREAM", "UNKNOWN"})
        void no_other_kind(TitleKind kind) {
            Titles titles =
                    new Titles.Builder().describe(0, title(kind, "Dark", 100)).build();
            CompletionTally other = new CompletionTally(titles, CompletionPolicy.DEFAULT);
            other.markCompleted(0);
            assertThat(other.movies() + other.shows() + other.episodes()).isZero();
        }

        @Test
        void no_session_without_a_title() {
            tally.addSeconds(FILM, 79);
            tally.markCompleted(Titles.NONE);
            tally.addSeconds(Titles.NONE, 600);
            tally.addRange(Titles.NONE, 0, 600);
            assertCompleted(0, 0, 0);
            tally.addSeconds(FILM, 1);
            assertCompleted(1, 0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 200})
    void follows_many_titles_at_once(int films) {
        Titles.Builder many = new Titles.Builder();
        for (int film = 0; film < films; film++) {
            many.describe(film, title(TitleKind.MOVIE, null, 100));
        }
        CompletionTally follows = new CompletionTally(many.build(), CompletionPolicy.DEFAULT);
        for (int film = 0; film < films; film++) {
            follows.addRange(film, 0, 40);
            follows.addSeconds(film, 39);
        }
        assertThat(follows.movies()).isZero();
        for (int film = 0; film < films; film++) {
            follows.addRange(film, 0, 41);
            assertThat(follows.movies()).isEqualTo(film + 1);
        }
    }

    @Test
    void the_next_viewer_begins_with_nothing() {
        tally.addSeconds(FILM, 79);
        tally.addRange(SECOND_EPISODE, 0, 79);
        tally.markCompleted(PILOT);
        tally.markCompleted(FILM_OF_UNKNOWN_LENGTH);
        tally.clear();
        assertCompleted(0, 0, 0);
        tally.addSeconds(FILM, 79);
        tally.addRange(SECOND_EPISODE, 79, 80);
        tally.addSeconds(PILOT, 79);
        assertCompleted(0, 0, 0);
        tally.markCompleted(FILM_OF_UNKNOWN_LENGTH);
        tally.addSeconds(PILOT, 1);
        assertCompleted(1, 1, 1);
    }
}
