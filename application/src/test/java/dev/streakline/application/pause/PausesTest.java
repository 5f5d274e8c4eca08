package dev.streakline.application.pause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.streak.ShowStreak;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declaring, ending and showing pauses. The viewer lives in Berlin, where it is 14:00 of 15 June 2024. */
class PausesTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private Instant now = Events.NOW;
    private final InstantSource clock = () -> now;
    private final InMemoryStore store = new InMemoryStore();
    private final ReadHistory histories = new ReadHistory(store.histories(), store.statistics(), clock);
    private final DeclareFacts declareFacts = new DeclareFacts(new EventReader(clock), store.facts());
    private final DeclarePause declare = new DeclarePause(histories, store.profiles(), declareFacts);
    private final EndPause end = new EndPause(histories, store.profiles(), declareFacts, store.facts());
    private final ShowPauses show = new ShowPauses(histories, store.profiles());
    private int ids = 100;

    PausesTest() {
        store.facts()
                .append(List.of(
                        Events.read(Events.event(
                                "viewer", "ada", "z", "2024-01-01T00:00:00Z", Map.of("zone", "Europe/Berlin"))),
                        Events.watch("ada", "w", "2024-06-15T10:00:00Z", "film")));
    }

    /** Later ids are lesser ones: nothing may depend on their order. */
    private Optional<PauseRefusal.RefusalCode> declare(String from, String to) {
        return declare.declare(ADA, LocalDate.parse(from), LocalDate.parse(to), "id" + ids--)
                .map(PauseRefusal::code);
    }

    private Optional<PauseRefusal.RefusalCode> end(String from) {
        return end.end(ADA, LocalDate.parse(from), "id" + ids--).map(PauseRefusal::code);
    }

    private List<String> shown() {
        return show.show(ADA).orElseThrow().pauses().stream()
                .map(pause -> pause.from() + " " + pause.to() + " " + pause.state())
                .toList();
    }

    private String stateAt(String instant) {
        now = Instant.parse(instant);
        return new ShowStreak(histories).show(ADA, AsOf.LIVE).orElseThrow().status();
    }

    private void at(String instant) {
        now = Instant.parse(instant);
    }

    @Nested
    class Declaring {

        @ParameterizedTest
        @CsvSource({
            "2024-08-08, 2024-09-16, true",
            "2024-08-08, 2024-09-17, false",
            "2024-08-09, 2024-11-07, true",
            "2024-06-17, 2024-09-16, true",
            "2024-06-17, 2024-09-17, false",
            "2024-06-16, 2024-06-16, true",
            "2024-07-18, 2024-10-01, false",
            "2024-06-18, 2024-06-20, true"
        })
        void pauses_that_adjoin_have_at_most_92_days_together(String from, String to, boolean isDeclared) {
            assertThat(declare("2024-07-18", "2024-08-07")).isEmpty();
            assertThat(declare("2024-06-17", "2024-07-17")).isEmpty();
            assertThat(declare(from, to).isEmpty()).isEqualTo(isDeclared);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "2024-06-16,2024-06-16,-",
                    "2024-06-16,2024-09-15,-",
                    "2024-06-16,2024-09-16,TOO_LONG",
                    "2024-06-15,2024-06-20,STARTED",
                    "2024-06-14,2024-06-20,STARTED",
                    "2024-06-20,2024-06-19,BACKWARDS",
                    "9999-12-31,9999-12-31,-",
                    "+10000-01-01,+10000-01-02,TOO_FAR"
                })
        void begins_after_today_and_lasts_at_most_92_days(String from, String to, PauseRefusal.RefusalCode refused) {
            assertThat(declare(from, to)).isEqualTo(Optional.ofNullable(refused));
            assertThat(shown()).hasSize(refused == null ? 1 : 0);
        }

        @Test
        void of_an_unknown_viewer_is_refused() {
            LocalDate day = LocalDate.of(2024, 6, 20);
            ViewerId eve = new ViewerId("eve");
            assertThat(declare.declare(eve, day, day, "1"))
                    .map(PauseRefusal::code)
                    .contains(PauseRefusal.RefusalCode.UNKNOWN_VIEWER);
            assertThat(show.show(eve)).isEmpty();
        }

        @Test
        void counts_the_midnight_of_the_viewers_zone() {
            at("2024-06-15T21:59:59Z");
            assertThat(declare("2024-06-16", "2024-06-17")).isEmpty();
            at("2024-06-15T22:00:00Z");
            assertThat(declare("2024-06-16", "2024-06-18")).contains(PauseRefusal.RefusalCode.STARTED);
            assertThat(shown()).containsExactly("2024-06-16 2024-06-17 running");
        }

        @Test
        void twice_is_once() {
            assertThat(declare("2024-06-16", "2024-06-17")).isEmpty();
            assertThat(declare("2024-06-16", "2024-06-17")).isEmpty();
            assertThat(store.profiles().find(ADA, now).orElseThrow().pauses()).hasSize(1);
        }

        @Test
        void again_in_the_same_microsecond_replaces_it() {
            declare("2024-06-16", "2024-06-17");
            declare("2024-06-16", "2024-06-20");
            assertThat(shown()).containsExactly("2024-06-16 2024-06-20 upcoming");
            declare("2024-06-16", "2024-06-18");
            assertThat(shown()).containsExactly("2024-06-16 2024-06-18 upcoming");
        }

        @Test
        void bridges_the_streak() {
            declare("2024-06-16", "2024-06-17");
            assertThat(stateAt("2024-06-17T12:00:00Z")).isEqualTo("paused");
            assertThat(stateAt("2024-06-18T12:00:00Z")).isEqualTo("at_risk");
            assertThat(stateAt("2024-06-19T12:00:00Z")).isEqualTo("broken");
        }
    }

    @Nested
    class Ending {

        @Test
        void what_has_not_begun_never_was() {
            declare("2024-06-17", "2024-06-20");
            declare("2024-06-17", "2024-06-21");
            assertThat(end("2024-06-17")).isEmpty();
            assertThat(shown()).isEmpty();
            assertThat(end("2024-06-17")).contains(PauseRefusal.RefusalCode.NOT_FOUND);
        }

        @Test
        void what_began_today_never_was() {
            declare("2024-06-16", "2024-06-20");
            at("2024-06-15T22:00:00Z");
            assertThat(end("2024-06-16")).isEmpty();
            assertThat(shown()).isEmpty();
        }

        @Test
        void what_began_before_ends_with_yesterday_and_keeps_what_it_bridged() {
            declare("2024-06-16", "2024-06-25");
            at("2024-06-18T12:00:00Z");
            assertThat(end("2024-06-16")).isEmpty();
            assertThat(shown()).containsExactly("2024-06-16 2024-06-17 over");
            assertThat(stateAt("2024-06-18T12:00:01Z")).isEqualTo("at_risk");
            assertThat(stateAt("2024-06-19T12:00:00Z")).isEqualTo("broken");
        }

        @Test
        void what_is_over_is_refused_also_when_it_was_ended() {
            declare("2024-06-16", "2024-06-25");
            at("2024-06-18T12:00:00Z");
            end("2024-06-16");
            assertThat(end("2024-06-16")).contains(PauseRefusal.RefusalCode.OVER);
            assertThat(store.profiles().find(ADA, now).orElseThrow().pauses()).hasSize(2);
        }

        @Test
        void counts_the_midnight_of_the_viewers_zone() {
            declare("2024-06-16", "2024-06-17");
            at("2024-06-17T22:00:00Z");
            assertThat(end("2024-06-16")).contains(PauseRefusal.RefusalCode.OVER);
            at("2024-06-17T21:59:59Z");
            assertThat(end("2024-06-16")).isEmpty();
            assertThat(shown()).containsExactly("2024-06-16 2024-06-16 over");
        }

        @Test
        void nothing_is_not_found() {
            assertThat(end("2024-06-16")).contains(PauseRefusal.RefusalCode.NOT_FOUND);
            assertThat(end.end(new ViewerId("eve"), LocalDate.of(2024, 6, 16), "1"))
                    .map(PauseRefusal::code)
                    .contains(PauseRefusal.RefusalCode.NOT_FOUND);
        }

        @Test
        void leaves_one_that_overlaps() {
            declare("2024-06-16", "2024-06-25");
            declare("2024-06-17", "2024-06-20");
            at("2024-06-18T12:00:00Z");
            end("2024-06-16");
            assertThat(shown()).containsExactly("2024-06-16 2024-06-17 over", "2024-06-17 2024-06-20 running");
            assertThat(stateAt("2024-06-20T12:00:00Z")).isEqualTo("paused");
        }
    }

    @Test
    void an_answer_states_where_and_when() {
        PausesView view = show.show(ADA).orElseThrow();
        assertThat(view.asOf()).isEqualTo(Events.NOW);
        assertThat(view.zone()).isEqualTo("Europe/Berlin");
        assertThat(view.today()).isEqualTo(LocalDate.of(2024, 6, 15));
    }
}
