package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final ViewerId ADA = new ViewerId("ada");
    private static final Sender ONESELF = new Sender.Self(ADA);
    private static final Sender INGEST = new Sender.Ingest();
    private static final Sender ANYONE = new Sender.Anyone();

    private Instant now = Events.NOW;
    private final InstantSource clock = () -> now;
    private final InMemoryStore store = new InMemoryStore();
    private final Admission admission = admission();
    private final RecordFacts record = new RecordFacts(new EventReader(clock), store.facts(), admission);

    private Admission admission() {
        return new Admission(store.intakeRules(), store.sources(), store.tallies(), clock);
    }

    @BeforeEach
    void few_facts_are_allowed() {
        store.intakeRules().adopt(new IntakeRules(OwnFacts.ON, new IntakeLimits(5, 2, 2, 2, 2)));
    }

    private static Map<String, Object> from(String source, Map<String, Object> event) {
        Map<String, Object> other = new HashMap<>(event);
        other.put("source", source);
        return other;
    }

    private static Map<String, Object> play(String id) {
        return play(id, Map.of("seconds", 60));
    }

    private static Map<String, Object> play(String id, Map<String, Object> data) {
        return from("app", Events.event("watch", "ada", id, "2024-06-14T20:00:00Z", data));
    }

    private static List<Map<String, Object>> plays(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> play("p" + i)).toList();
    }

    private List<IngestOutcome> outcomes(Sender sender, List<Map<String, Object>> events) {
        return record.record(events, sender).stream().map(IngestResult::outcome).toList();
    }

    private Rejection rejection(Sender sender, Map<String, Object> event) {
        return Objects.requireNonNull(
                record.record(List.of(event), sender).get(0).rejection());
    }

    private void fold() {
        new RefreshStatistics(store.statistics(), store.rankings(), clock).refresh(new Selection.Due(now));
        admission.close();
    }

    @Nested
    class facts_of_a_day {

        @Test
        void are_accepted_up_to_the_limit() {
            assertThat(outcomes(ONESELF, plays(0, 6)))
                    .containsExactly(
                            IngestOutcome.ACCEPTED,
                            IngestOutcome.ACCEPTED,
                            IngestOutcome.ACCEPTED,
                            IngestOutcome.ACCEPTED,
                            IngestOutcome.ACCEPTED,
                            IngestOutcome.REJECTED);
            Rejection beyond = rejection(ONESELF, play("p5"));
            assertThat(beyond.code()).isEqualTo(RejectionCode.LIMIT_EXCEEDED);
            assertThat(beyond.pointer()).isEmpty();
            assertThat(beyond.reason()).contains("eventsPerDay", "5 facts", "from 2024-06-16T00:00Z on");
        }

        @Test
        void are_not_counted_when_they_are_duplicates_conflicts_or_rejected() {
            outcomes(ONESELF, plays(0, 4));
            outcomes(ONESELF, plays(0, 4));
            outcomes(ONESELF, List.of(play("p1", Map.of("seconds", 1)), play("bad", Map.of("seconds", -1))));
            assertThat(outcomes(ONESELF, plays(4, 6))).containsExactly(IngestOutcome.ACCEPTED, IngestOutcome.REJECTED);
        }

        @Test
        void are_duplicates_also_beyond_the_limit() {
            outcomes(ONESELF, plays(0, 5));
            assertThat(outcomes(ONESELF, plays(3, 7)))
                    .containsExactly(
                            IngestOutcome.DUPLICATE,
                            IngestOutcome.DUPLICATE,
                            IngestOutcome.REJECTED,
                            IngestOutcome.REJECTED);
        }

        @Test
        void count_also_when_they_come_as_withdrawn() {
            List<Map<String, Object>> withdrawn = plays(0, 6).stream()
                    .map(event -> {
                        Map<String, Object> other = new HashMap<>(event);
                        other.put("withdrawn", true);
                        return other;
                    })
                    .map(Map::copyOf)
                    .toList();
            assertThat(outcomes(ONESELF, withdrawn)).endsWith(IngestOutcome.WITHDRAWN, IngestOutcome.REJECTED);
        }

        @Test
        void are_allowed_again_on_the_next_day_of_utc() {
            outcomes(ONESELF, plays(0, 5));
            now = Instant.parse("2024-06-15T23:59:59Z");
            assertThat(outcomes(ONESELF, plays(5, 6))).containsExactly(IngestOutcome.REJECTED);
            now = Instant.parse("2024-06-16T00:00:00Z");
            assertThat(outcomes(ONESELF, plays(5, 11))).endsWith(IngestOutcome.ACCEPTED, IngestOutcome.REJECTED);
        }

        @Test
        void are_remembered_by_the_next_process() {
            outcomes(ONESELF, plays(0, 3));
            admission.close();
            RecordFacts next = new RecordFacts(new EventReader(clock), store.facts(), admission());
            assertThat(next.record(plays(3, 6), ONESELF).stream().map(IngestResult::outcome))
                    .containsExactly(IngestOutcome.ACCEPTED, IngestOutcome.ACCEPTED, IngestOutcome.REJECTED);
        }

        @Test
        void are_written_every_few_seconds() {
            outcomes(ONESELF, plays(0, 1));
            outcomes(ONESELF, plays(1, 2));
            now = now.plusSeconds(6);
            outcomes(ONESELF, plays(2, 3));
            assertThat(store.tallies()
                            .find(Set.of(ADA), LocalDate.of(2024, 6, 15))
                            .get(ADA))
                    .extracting(tally -> tally.arrivals().events())
                    .isEqualTo(3);
        }

        @Test
        void take_no_place_when_the_store_fails() {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> admission.store(
                                List.of(Events.watch("ada", "x", "2024-06-14T20:00:00Z", "film")),
                                ONESELF,
                                store.facts()::preview,
                                facts -> {
                                    throw new IllegalStateException("no");
                                }))
                        .hasMessage("no");
            }
            assertThat(outcomes(ONESELF, plays(0, 5))).containsOnly(IngestOutcome.ACCEPTED);
        }

        @Test
        void of_one_viewer_take_nothing_from_another() {
            outcomes(ONESELF, plays(0, 5));
            Map<String, Object> bobs = from("app", Events.event("watch", "bob", "1", "2024-06-14T20:00:00Z", Map.of()));
            assertThat(outcomes(new Sender.Self(new ViewerId("bob")), List.of(bobs)))
                    .containsExactly(IngestOutcome.ACCEPTED);
        }

        @Test
        void are_ten_times_as_many_for_ingest_and_any_number_for_the_command_line() {
            assertThat(outcomes(INGEST, plays(0, 51))).endsWith(IngestOutcome.ACCEPTED, IngestOutcome.REJECTED);
            assertThat(outcomes(ANYONE, plays(51, 151))).containsOnly(IngestOutcome.ACCEPTED);
        }
    }

    @Test
    void zones_of_a_day_have_a_limit_and_names_take_none_of_it() {
        List<Map<String, Object>> facts = List.of(
                from("app", Events.event("viewer", "ada", "z1", "2024-06-01T00:00:00Z", Map.of("zone", "UTC"))),
                from("app", Events.event("viewer", "ada", "n", "2024-06-02T00:00:00Z", Map.of("name", "Ada"))),
                from("app", Events.event("viewer", "ada", "z2", "2024-06-03T00:00:00Z", Map.of("zone", "Asia/Tokyo"))),
                from("app", Events.event("viewer", "ada", "z3", "2024-06-04T00:00:00Z", Map.of("zone", "UTC"))));
        assertThat(outcomes(ONESELF, facts))
                .containsExactly(
                        IngestOutcome.ACCEPTED, IngestOutcome.ACCEPTED, IngestOutcome.ACCEPTED, IngestOutcome.REJECTED);
        assertThat(rejection(ONESELF, facts.get(3)).pointer()).isEqualTo("/data/zone");
    }

    @Test
    void titles_and_channels_have_limits_by_the_last_fold() {
        outcomes(
                ONESELF,
                List.of(
                        play("1", Map.of("title", "a", "channel", "x")),
                        play("2", Map.of("title", "b")),
                        play("3", Map.of("title", "c"))));
        fold();
        assertThat(rejection(ONESELF, play("4", Map.of("title", "a"))).pointer())
                .isEqualTo("/data/title");
        assertThat(outcomes(ONESELF, List.of(play("5", Map.of("channel", "y")))))
                .containsExactly(IngestOutcome.ACCEPTED);
        fold();
        assertThat(rejection(ONESELF, play("6", Map.of("channel", "x"))))
                .extracting(Rejection::code, Rejection::pointer)
                .containsExactly(RejectionCode.LIMIT_EXCEEDED, "/data/channel");
        assertThat(outcomes(ONESELF, List.of(play("7")))).containsExactly(IngestOutcome.ACCEPTED);
    }

    @Test
    void declarations_keep_to_the_limits_all_or_none() {
        DeclareFacts declareFacts = new DeclareFacts(new EventReader(clock), store.facts(), admission);
        for (int i = 0; i < 5; i++) {
            assertThat(declareFacts.declare(ADA, List.of(pause(i)))).isEmpty();
        }
        assertThat(declareFacts.declare(ADA, List.of(pause(5))))
                .get()
                .extracting(Rejection::code)
                .isEqualTo(RejectionCode.LIMIT_EXCEEDED);
        now = now.plusSeconds(86_400);
        fold();
        assertThat(declareFacts.declare(ADA, List.of(pause(6)))).isPresent();
        assertThat(store.histories().history(ADA).orElseThrow().history().pauses())
                .hasSize(5);
    }

    private DeclareFacts.Declaration pause(int i) {
        String day = "2024-08-0" + (i + 1);
        return new DeclareFacts.Declaration(FactType.PAUSE, "p" + i, now, Map.of("from", day, "to", day));
    }

    @Nested
    class own_facts {

        @Test
        void are_refused_where_the_rule_is_off() {
            store.intakeRules().adopt(IntakeRules.DEFAULT);
            Rejection off = rejection(ONESELF, play("1"));
            assertThat(off.code()).isEqualTo(RejectionCode.NOT_ALLOWED);
            assertThat(off.reason()).contains("viewerFacts is off");
            assertThat(outcomes(INGEST, List.of(play("1")))).containsExactly(IngestOutcome.ACCEPTED);
            assertThat(admission.refusalOfWithdrawal(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")
                            .fact()
                            .id()))
                    .isNotNull();
        }

        @Test
        void are_refused_under_a_source_of_ingest_the_command_line_or_this_program() {
            outcomes(INGEST, List.of(from("shop", play("1"))));
            outcomes(ANYONE, List.of(from("cli", play("1"))));
            for (String source : List.of("shop", "cli", "streakline")) {
                assertThat(rejection(ONESELF, from(source, play("2"))))
                        .extracting(Rejection::code, Rejection::pointer)
                        .containsExactly(RejectionCode.NOT_ALLOWED, "/source");
            }
            assertThat(outcomes(ONESELF, List.of(from("shop", play("3")), play("3"))))
                    .containsExactly(IngestOutcome.REJECTED, IngestOutcome.ACCEPTED);
        }

        @Test
        void may_be_withdrawn_where_they_may_be_sent() {
            assertThat(admission.refusalOfWithdrawal(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")
                            .fact()
                            .id()))
                    .isNull();
        }
    }
}
