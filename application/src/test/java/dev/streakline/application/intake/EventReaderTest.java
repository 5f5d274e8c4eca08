package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    @Nested
    class The_envelope {

        @ParameterizedTest
        @EnumSource
        void is_that_of_cloud_events_for_every_type(FactType type) {
            Fact fact = Event.of(type).fact();

            assertThat(fact.type()).isEqualTo(type);
            assertThat(fact.id().subjectType()).isEqualTo(type.subjectType());
            assertThat(fact.id().source()).isEqualTo("test");
            assertThat(fact.id().id()).isEqualTo("e-1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "data"})
        void needs_each_of_its_attributes(String attribute) {
            assertThat(Event.watch().without(attribute).refusal()).isEqualTo("event.field_missing /" + attribute);
        }

        @ParameterizedTest
        @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "data"})
        void takes_a_null_for_an_absent_attribute(String attribute) {
            assertThat(Event.watch().with(attribute, null).refusal()).isEqualTo("event.field_missing /" + attribute);
        }

        @Test
        void may_state_that_the_fact_is_withdrawn() {
            assertThat(Event.watch().with("withdrawn", true).accepted().declared())
                    .isEqualTo(ParseResult.DeclaredState.WITHDRAWN);
            assertThat(Event.watch().with("withdrawn", false).accepted().declared())
                    .isEqualTo(ParseResult.DeclaredState.COUNTS);
            assertThat(Event.watch().with("withdrawn", null).accepted().declared())
                    .isEqualTo(ParseResult.DeclaredState.COUNTS);
            assertThat(Event.watch().with("withdrawn", true).digest())
                    .isEqualTo(Event.watch().digest());
        }

        @Test
        void states_withdrawal_only_with_true_or_false() {
            for (Object other : List.of("true", 1, List.of(), Map.of())) {
                assertThat(Event.watch().with("withdrawn", other).refusal()).isEqualTo("event.wrong_type /withdrawn");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "data"})
        void refuses_attributes_of_another_type(String attribute) {
            assertThat(Event.watch().with(attribute, 1).refusal()).isEqualTo("event.wrong_type /" + attribute);
        }

        @Test
        void refuses_data_that_is_a_list() {
            assertThat(Event.watch().with("data", List.of()).refusal()).isEqualTo("event.wrong_type /data");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "1.1", "0.3", "1.0 ", ""})
        void refuses_other_versions(String version) {
            assertThat(Event.watch().with("specversion", version).refusal())
                    .isEqualTo("event.version_unknown /specversion");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "streakline.watch.v2", "streakline.enrollment.v1", "Streakline.Watch.v1"})
        void refuses_unknown_types_and_lists_the_known(String type) {
            Rejection rejection = Event.watch().with("type", type).rejection();

            assertThat(rejection.code()).isEqualTo(RejectionCode.TYPE_UNKNOWN);
            assertThat(rejection.pointer()).isEqualTo("/type");
            assertThat(rejection.reason())
                    .contains("\"" + type + "\"", "streakline.watch.v1, streakline.title.v1", "streakline.viewer.v1");
        }

        @Test
        void may_have_unknown_attributes() {
            Event event = Event.watch()
                    .with("traceparent", "00-1")
                    .with("datacontenttype", "application/json")
                    .with("deep", Map.of("er", List.of(Map.of())))
                    .with("nothing", null);

            assertThat(event.digest()).isEqualTo(Event.watch().digest());
        }

        @Test
        void is_judged_before_its_data_and_the_first_fault_is_reported() {
            Event faulty = Event.watch().data("wrong", 1).with("id", "").with("time", "yesterday");

            assertThat(faulty.refusal()).isEqualTo("event.text_invalid /id");
        }
    }

    @Nested
    class Members_of_data {

        @ParameterizedTest
        @CsvSource({
            "sceonds, /data/sceonds",
            "Seconds, /data/Seconds",
            "a/b~c, /data/a~1b~0c",
            "'', /data/",
            "time, /data/time",
            "score, /data/score"
        })
        void unknown_ones_refuse_the_event_with_their_pointer(String name, String pointer) {
            assertThat(Event.watch().data(name, 1).refusal()).isEqualTo("event.field_unknown " + pointer);
        }

        @Test
        void unknown_ones_are_rejected_with_the_known_ones() {
            assertThat(Event.rating().data("stars", 4).rejection().reason())
                    .isEqualTo("\"stars\" is not a member of the data of streakline.rating.v1, which may have"
                            + " title, score. Correct or remove it.");
        }

        @Test
        void names_that_cannot_be_pointed_at_are_pointed_at_by_their_parent() {
            assertThat(Event.watch().data("x".repeat(128), 1).refusal())
                    .isEqualTo("event.field_unknown /data/" + "x".repeat(128));
            assertThat(Event.watch().data("x".repeat(129), 1).refusal()).isEqualTo("event.field_unknown /data");
            assertThat(Event.watch().data("\uD800", 1).refusal()).isEqualTo("event.field_unknown /data");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"channel", "title", "session", "seconds", "from", "to", "completed", "platform", "date"})
        void a_null_is_not_an_absent_member(String member) {
            Rejection rejection = Event.watch().data(member, null).rejection();

            assertThat(rejection.code()).isEqualTo(RejectionCode.WRONG_TYPE);
            assertThat(rejection.pointer()).isEqualTo("/data/" + member);
            assertThat(rejection.reason()).contains("omit the member");
        }

        @ParameterizedTest
        @CsvSource({
            "TITLE_DETAILS, kind",
            "TITLE_DETAILS, name",
            "INTERACTION, channel",
            "INTERACTION, kind",
            "PAUSE, from",
            "PAUSE, to",
            "RANKING_CHOICE, listed",
            "RATING, title",
            "RATING, score"
        })
        void required_ones_must_be_there(FactType type, String member) {
            assertThat(Event.of(type).withoutData(member).refusal()).isEqualTo("event.field_missing /data/" + member);
        }

        @ParameterizedTest
        @CsvSource({
            "WATCH, channel",
            "WATCH, title",
            "WATCH, session",
            "WATCH, completed",
            "WATCH, platform",
            "WATCH, seconds",
            "TITLE_DETAILS, kind",
            "TITLE_DETAILS, name",
            "TITLE_DETAILS, show",
            "TITLE_DETAILS, showName",
            "TITLE_DETAILS, season",
            "TITLE_DETAILS, episode",
            "TITLE_DETAILS, genres",
            "TITLE_DETAILS, runtimeSeconds",
            "TITLE_DETAILS, channel",
            "INTERACTION, channel",
            "INTERACTION, kind",
            "PAUSE, from",
            "PAUSE, to",
            "RANKING_CHOICE, listed",
            "CHANNEL_DETAILS, name",
            "CHANNEL_DETAILS, creator",
            "RATING, title",
            "RATING, score",
            "VIEWER_DETAILS, zone",
            "VIEWER_DETAILS, name",
            "VIEWER_DETAILS, email"
        })
        void objects_are_never_of_the_right_type(FactType type, String member) {
            assertThat(Event.of(type).data(member, Map.of()).refusal()).isEqualTo("event.wrong_type /data/" + member);
        }

        @ParameterizedTest
        @CsvSource({"WATCH, completed", "RANKING_CHOICE, listed"})
        void truth_is_neither_a_text_nor_a_number(FactType type, String member) {
            String refusal = "event.wrong_type /data/" + member;

            assertThat(Event.of(type).data(member, "true").refusal()).isEqualTo(refusal);
            assertThat(Event.of(type).data(member, 1).refusal()).isEqualTo(refusal);
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "WATCH, seconds, 0, 86400",
            "TITLE_DETAILS, season, 0, 1000000",
            "TITLE_DETAILS, episode, 0, 1000000",
            "TITLE_DETAILS, runtimeSeconds, 1, 2147483647",
            "RATING, score, 0, 100"
        })
        void have_inclusive_bounds(FactType type, String member, long least, long most) {
            String refusal = "event.out_of_range /data/" + member;

            assertThat(Event.of(type).data(member, least - 1).refusal()).isEqualTo(refusal);
            assertThat(Event.of(type).data(member, least).fact()).isNotNull();
            assertThat(Event.of(type).data(member, most).fact()).isNotNull();
            assertThat(Event.of(type).data(member, most + 1).refusal()).isEqualTo(refusal);
        }

        @ParameterizedTest
        @ValueSource(longs = {4294967296L, 4294967356L, -4294967236L, Long.MAX_VALUE, Long.MIN_VALUE})
        void never_wrap_around(long value) {
            assertThat(Event.watch().data("seconds", value).refusal()).isEqualTo("event.out_of_range /data/seconds");
        }

        @Test
        void out_of_bounds_are_rejected_with_name_value_and_bound() {
            assertThat(Event.rating().data("score", 101).rejection().reason())
                    .isEqualTo("score is 101; it must be 0 to 100 (points). Scale other scores to it, 4 of 5 stars to"
                            + " 80.");
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @CsvSource({
            "WATCH, title",
            "WATCH, channel",
            "WATCH, session",
            "TITLE_DETAILS, show",
            "TITLE_DETAILS, channel",
            "INTERACTION, channel",
            "CHANNEL_DETAILS, creator",
            "RATING, title"
        })
        void that_identify_have_1_to_128_characters_and_no_control_characters(FactType type, String member) {
            String refusal = "event.text_invalid /data/" + member;

            assertThat(Event.of(type).data(member, "").refusal()).isEqualTo(refusal);
            assertThat(Event.of(type).data(member, "x".repeat(128)).fact()).isNotNull();
            assertThat(Event.of(type).data(member, "x".repeat(129)).refusal()).isEqualTo(refusal);
            assertThat(Event.of(type).data(member, "x\ny").refusal()).isEqualTo(refusal);
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "source", "subject"})
        void of_the_identity_are_identifiers(String attribute) {
            String refusal = "event.text_invalid /" + attribute;

            assertThat(Event.watch().with(attribute, "").refusal()).isEqualTo(refusal);
            assertThat(Event.watch().with(attribute, "x".repeat(128)).fact()).isNotNull();
            assertThat(Event.watch().with(attribute, "x".repeat(129)).refusal()).isEqualTo(refusal);
            assertThat(Event.watch().with(attribute, "\u0085").refusal()).isEqualTo(refusal);
        }

        @ParameterizedTest
        @CsvSource({
            "WATCH, platform, 128",
            "TITLE_DETAILS, name, 1000",
            "TITLE_DETAILS, showName, 1000",
            "CHANNEL_DETAILS, name, 1000",
            "VIEWER_DETAILS, name, 1000",
            "VIEWER_DETAILS, email, 320"
        })
        void for_people_may_be_empty_or_odd_up_to_their_length(FactType type, String member, int longest) {
            String refusal = "event.text_invalid /data/" + member;

            assertThat(Event.of(type).data(member, "").fact()).isNotNull();
            assertThat(Event.of(type).data(member, "\t\n\u0001").fact()).isNotNull();
            assertThat(Event.of(type).data(member, "x".repeat(longest)).fact()).isNotNull();
            assertThat(Event.of(type).data(member, "x".repeat(longest + 1)).refusal())
                    .isEqualTo(refusal);
            assertThat(Event.of(type).data(member, "a\0").refusal()).isEqualTo(refusal);
            assertThat(Event.of(type).data(member, "\uDC00").refusal()).isEqualTo(refusal);
        }

        @Test
        void are_kept_exactly() {
            String name = " A\u0301 \u202E\t\u212B\uD83D\uDC69\u200D\uD83D\uDE80 ";

            assertThat(Event.title().data("name", name).titleFact().name()).isEqualTo(name);
        }
    }
}
