package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

    @Nested
    class An_instant {

        @ParameterizedTest
        @CsvSource({
            "2026-11-21T18:30:00Z, 2026-11-21T18:30:00Z",
            "2026-11-21t18:30:00z, 2026-11-21T18:30:00Z",
            "2026-11-21T19:30:00+01:00, 2026-11-21T18:30:00Z",
            "2026-11-21T12:45:00-05:45, 2026-11-21T18:30:00Z",
            "2026-11-22T18:29:00+23:59, 2026-11-21T18:30:00Z",
            "2026-11-21T18:30:00-00:00, 2026-11-21T18:30:00Z",
            "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
            "2026-01-01T00:30:00+01:00, 2025-12-31T23:30:00Z",
            "2026-11-20T23:59:59.9Z, 2026-11-20T23:59:59.900Z",
            "2026-11-20T23:59:59.000001Z, 2026-11-20T23:59:59.000001Z",
            "2026-11-20T23:59:59.9999999Z, 2026-11-20T23:59:59.999999Z",
            "2026-11-20T23:59:59.12345678901234567890Z, 2026-11-20T23:59:59.123456Z",
            "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z"
        })
        void is_read_with_its_offset_and_cut_to_the_microsecond(String text, Instant expected) {
            assertThat(Event.watch().with("time", text).fact().moment()).isEqualTo(new Moment.AtInstant(expected));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2026-11-21",
                    "yesterday",
                    "2026-11-21 18:30:00Z",
                    "2026-11-21T18:30Z",
                    "2026-11-21T18:30:00",
                    "2026-11-21T18:30:00.5",
                    "2026-11-21T18:30:00.Z",
                    "2026-11-21T18:30:00,5Z",
                    "2026-11-21T18:30:00ZZ",
                    "2026-11-21T18:30:00Z ",
                    "2026-11-21T18:30:00+1:00",
                    "2026-11-21T18:30:00+0100",
                    "2026-11-21T18:30:00+01",
                    "2026-11-21T18:30:00+24:00",
                    "2026-11-21T18:30:00+01:60",
                    "2026-11-21T18:30:00*01:00",
                    "2026-11-21T18:30:00+01:00[Europe/Berlin]",
                    "2026-11-21T24:00:00Z",
                    "2026-11-21T23:60:00Z",
                    "2026-06-30T23:59:60Z",
                    "2025-02-29T00:00:00Z",
                    "1900-02-29T00:00:00Z",
                    "2026-13-01T00:00:00Z",
                    "2026-00-01T00:00:00Z",
                    "2026-04-31T00:00:00Z",
                    "2026-04-00T00:00:00Z",
                    "2026/04/01T00:00:00Z",
                    "2026-04-01T00.00.00Z",
                    "+2026-04-01T00:00:00Z",
                    "-026-04-01T00:00:00Z",
                    "\u0662026-04-01T00:00:00Z",
                    "2026-1a-01T00:00:00Z",
                    "2026-11-01T0a:00:00Z",
                    "2026-11-01T00:0a:00Z",
                    "2026-11-01T00:00:0aZ"
                })
        void of_any_other_form_is_refused(String text) {
            assertThat(Event.watch().with("time", text).refusal()).isEqualTo("event.time_malformed /time");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-21T18:30:00, has no offset",
            "2026-06-30T23:59:60Z, leap second",
            "2026-06-30T23:59:00.Z, digits must follow the point",
            "2026-06-30T23:59:00+0100, ±hh:mm"
        })
        void that_is_nearly_right_is_rejected_with_the_remedy(String text, String hint) {
            assertThat(Event.watch().with("time", text).rejection().reason())
                    .startsWith("time is \"" + text + "\"; ")
                    .contains(hint, "2026-11-21T18:30:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-21T18:34:59Z, true",
            "2026-11-21T18:35:00Z, true",
            "2026-11-21T19:35:00+01:00, true",
            "2026-11-21T18:35:00.0000009Z, true",
            "2026-11-21T18:35:00.000001Z, false",
            "9999-12-31T23:59:59-23:59, false"
        })
        void may_be_five_minutes_ahead(String text, boolean accepted) {
            Event event = Event.watch().with("time", text);

            if (accepted) {
                assertThat(event.fact()).isNotNull();
            } else {
                assertThat(event.refusal()).isEqualTo("event.time_future /time");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "1900-01-01T00:00:00Z, true",
            "1899-12-31T23:00:00-01:00, true",
            "1899-12-31T23:59:59.9999999Z, false",
            "1900-01-01T00:59:59+01:00, false",
            "0000-01-01T00:00:00+23:59, false"
        })
        void is_not_before_1900_in_utc(String text, boolean accepted) {
            Event event = Event.watch().with("time", text);

            if (accepted) {
                assertThat(event.fact()).isNotNull();
            } else {
                assertThat(event.refusal()).isEqualTo("event.time_too_old /time");
            }
        }

        @ParameterizedTest
        @EnumSource
        void is_bounded_for_every_type(FactType type) {
            assertThat(Event.of(type).with("time", "1899-12-31T00:00:00Z").refusal())
                    .isEqualTo("event.time_too_old /time");
            assertThat(Event.of(type).with("time", "2026-11-22T00:00:00Z").refusal())
                    .isEqualTo("event.time_future /time");
            assertThat(Event.of(type)
                            .with("time", "2026-11-20T00:00:00.0000019Z")
                            .fact()
                            .moment())
                    .isEqualTo(new Moment.AtInstant(Instant.parse("2026-11-20T00:00:00.000001Z")));
        }
    }

    @Nested
    class A_date {

        @Test
        void stands_for_the_time_of_a_watch() {
            assertThat(Event.watch().dated("2026-11-20").fact().moment())
                    .isEqualTo(new Moment.OnDate(LocalDate.of(2026, 11, 20)));
        }

        @Test
        void excludes_a_time() {
            assertThat(Event.watch().data("date", "2026-11-20").refusal()).isEqualTo("event.field_excluded /time");
        }

        @Test
        void may_stand_beside_a_time_that_is_null() {
            assertThat(Event.watch()
                            .with("time", null)
                            .data("date", "2026-11-20")
                            .fact())
                    .isNotNull();
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WATCH")
        void is_no_member_of_other_types(FactType type) {
            assertThat(Event.of(type).dated("2026-11-20").refusal()).isEqualTo("event.field_unknown /data/date");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2026-11-2", "2026-11-200", "20261120", "2026-11-31", "2025-02-29", "2026-11-2O"})
        void must_be_of_the_calendar(String text) {
            assertThat(Event.watch().dated(text).refusal()).isEqualTo("event.time_malformed /data/date");
        }

        @Test
        void must_be_a_text() {
            assertThat(Event.watch().without("time").data("date", 20261120).refusal())
                    .isEqualTo("event.wrong_type /data/date");
        }

        @Test
        void may_be_that_of_utc_plus_14_in_five_minutes() {
            // It is 18:30 in UTC on the 21st and 08:35 on the 22nd there.
            assertThat(Event.watch().dated("2026-11-22").fact()).isNotNull();
            assertThat(Event.watch().dated("2026-11-23").refusal()).isEqualTo("event.time_future /data/date");
        }

        @ParameterizedTest
        @CsvSource({"2026-11-21T09:54:59.999999Z, 2026-11-21", "2026-11-21T09:55:00Z, 2026-11-22"})
        void begins_to_be_accepted_five_minutes_before_it_begins_at_utc_plus_14(Instant now, LocalDate latest) {
            EventReader eventReader = new EventReader(() -> now);

            assertThat(eventReader.read(Event.watch().dated(latest.toString()).tree()))
                    .isInstanceOf(ParseResult.Parsed.class);
            assertThat(eventReader.read(
                            Event.watch().dated(latest.plusDays(1).toString()).tree()))
                    .isInstanceOf(ParseResult.Rejected.class);
        }

        @Test
        void is_not_before_1900() {
            assertThat(Event.watch().dated("1900-01-01").fact()).isNotNull();
            assertThat(Event.watch().dated("1899-12-31").refusal()).isEqualTo("event.time_too_old /data/date");
        }
    }
}
