package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadEventsTest {

    private static final TestService SERVICE = new TestService();

    private static final String WATCH = "{\"specversion\":\"1.0\",\"source\":\"app\",\"id\":\"1\","
            + "\"type\":\"streakline.watch.v1\",\"subject\":\"ada\",\"time\":\"2026-03-30T20:00:00Z\",\"data\":{}}";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @AfterEach
    void no_fault_of_ours() {
        assertThat(SERVICE.log).noneMatch(line -> line.contains("\"failure\""));
    }

    /** An item, why it is refused, and where; where it is not even JSON, its line alone is refused. */
    private record Bad(String item, String code, String pointer) {

        @Override
        public String toString() {
            String start = item.length() > 100 ? item.substring(item.length() - 100) : item;
            return code + " " + pointer + " in " + start;
        }
    }

    private static Bad attribute(String from, String to, String code, String pointer) {
        assertThat(WATCH).contains(from);
        return new Bad(WATCH.replace(from, to), "event." + code, pointer);
    }

    private static Bad data(String data, String code, String pointer) {
        return attribute("\"data\":{}", "\"data\":" + data, code, pointer);
    }

    private static Bad other(String type, String data, String code, String pointer) {
        String typed = WATCH.replace("watch", type).replace("\"data\":{}", "\"data\":" + data);
        return new Bad(typed, "event." + code, pointer);
    }

    static Stream<Bad> items() {
        return Stream.of(
                        of("null"),
                        of("true"),
                        of("7"),
                        of("\"{}\""),
                        of("[]"),
                        of("[{}]"), // no objects
                        attributes(),
                        numbers(),
                        texts(),
                        other())
                .flatMap(List::stream);
    }

    private static List<Bad> of(String item) {
        return List.of(new Bad(item, "event.not_json", ""));
    }

    private static List<Bad> attributes() {
        return List.of(
                new Bad("{}", "event.field_missing", "/specversion"),
                attribute("\"1.0\"", "\"0.3\"", "version_unknown", "/specversion"),
                attribute("\"1.0\"", "1.0", "wrong_type", "/specversion"),
                attribute("\"source\":\"app\",", "", "field_missing", "/source"),
                attribute("\"app\"", "null", "field_missing", "/source"),
                attribute("\"app\"", "{}", "wrong_type", "/source"),
                attribute("\"app\"", "\"\"", "text_invalid", "/source"),
                attribute("\"app\"", "\"a\\u0000b\"", "text_invalid", "/source"),
                attribute("\"1\",", "1,", "wrong_type", "/id"),
                attribute("\"1\",", "\"" + "x".repeat(129) + "\",", "text_invalid", "/id"),
                attribute("\"1\",", "\"1\",\"id\":\"2\",", "not_json", "/id"),
                attribute("\"ada\"", "\"\\ud83d\"", "text_invalid", "/subject"),
                attribute("\"ada\"", "\"\\ude00\\ud83d\"", "text_invalid", "/subject"),
                attribute("\"ada\"", "\"a\\tb\"", "text_invalid", "/subject"),
                attribute("\"ada\"", "[\"ada\"]", "wrong_type", "/subject"),
                attribute("streakline.watch.v1", "streakline.watch.v2", "type_unknown", "/type"),
                attribute("streakline.watch.v1", "\\ud800", "type_unknown", "/type"),
                attribute("2026-03-30T", "2026-02-30T", "time_malformed", "/time"),
                attribute("2026-03-30T", "999999-01-01T", "time_malformed", "/time"),
                attribute("2026-03-30T", "+999999-01-01T", "time_malformed", "/time"),
                attribute("00Z", "00", "time_malformed", "/time"),
                attribute("00Z", "00+25:00", "time_malformed", "/time"),
                attribute("2026-03-30T", "2026-03-31T", "time_future", "/time"),
                attribute("2026-03-30T", "1899-12-31T", "time_too_old", "/time"),
                attribute("\"2026-03-30T20:00:00Z\"", "1774900800", "wrong_type", "/time"),
                attribute("\"time\":\"2026-03-30T20:00:00Z\",", "", "field_missing", "/time"),
                attribute(",\"data\":{}", "", "field_missing", "/data"));
    }

    private static List<Bad> numbers() {
        return List.of(
                data("{\"seconds\":-1}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":86401}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":1e400}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":1e999999999}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":1e99999999999}", "not_json", "/data/seconds"),
                data("{\"seconds\":9223372036854775808}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":" + "9".repeat(99) + "}", "out_of_range", "/data/seconds"),
                data("{\"seconds\":0.5}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":1e-999999999}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":\"60\"}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":null}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":true}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":[60]}", "wrong_type", "/data/seconds"),
                data("{\"seconds\":1,\"seconds\":2}", "not_json", "/data/seconds"),
                data("{\"from\":5}", "field_missing", "/data/to"),
                data("{\"from\":\"0\",\"to\":5}", "wrong_type", "/data/from"),
                data("{\"completed\":1}", "wrong_type", "/data/completed"),
                other("rating", "{\"title\":\"t\",\"score\":101}", "out_of_range", "/data/score"),
                other("rating", "{\"title\":\"t\",\"score\":-0.1}", "wrong_type", "/data/score"));
    }

    private static List<Bad> texts() {
        return List.of(
                data("[]", "wrong_type", "/data"),
                data("\"x\"", "wrong_type", "/data"),
                data("{\"Seconds\":1}", "field_unknown", "/data/Seconds"),
                data("{\"a/b~c\":1}", "field_unknown", "/data/a~1b~0c"),
                data("{\"\":1}", "field_unknown", "/data/"),
                data("{\"x\":{\"a\":1,\"a\":2}}", "not_json", "/data/x/a"),
                data("{\"x\":[0,{\"a\":1,\"a\":2}]}", "not_json", "/data/x/1/a"),
                data("{\"title\":\"\"}", "text_invalid", "/data/title"),
                data("{\"title\":7}", "wrong_type", "/data/title"),
                data("{\"platform\":\"a\\u0000\"}", "text_invalid", "/data/platform"),
                data("{\"platform\":\"\\udc00\"}", "text_invalid", "/data/platform"),
                data("{\"platform\":\"" + "x".repeat(129) + "\"}", "text_invalid", "/data/platform"),
                data("{\"date\":\"2026-03-30\"}", "field_excluded", "/time"));
    }

    private static List<Bad> other() {
        return List.of(
                other("viewer", "{\"zone\":\"Mars/Olympus\"}", "zone_unknown", "/data/zone"),
                other("viewer", "{\"zone\":\"+02:00\"}", "zone_unknown", "/data/zone"),
                other("viewer", "{\"zone\":\"europe/berlin\"}", "zone_unknown", "/data/zone"),
                other("viewer", "{\"zone\":\"../../etc/passwd\"}", "zone_unknown", "/data/zone"),
                other("viewer", "{\"zone\":\"\"}", "text_invalid", "/data/zone"),
                other("viewer", "{\"zone\":7}", "wrong_type", "/data/zone"),
                other("title", "{\"kind\":\"song\",\"name\":\"n\"}", "value_unknown", "/data/kind"),
                other("title", "{\"kind\":\"movie\",\"name\":\"n\",\"genres\":\"x\"}", "wrong_type", "/data/genres"),
                other("title", "{\"kind\":\"movie\",\"name\":\"n\",\"genres\":[7]}", "wrong_type", "/data/genres/0"),
                other("interaction", "{\"channel\":\"c\",\"kind\":\"wave\"}", "value_unknown", "/data/kind"),
                other(
                        "interaction",
                        "{\"channel\":\"c\",\"kind\":\"chat\",\"bits\":1}",
                        "field_excluded",
                        "/data/bits"),
                other("pause", "{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}", "out_of_range", "/data/to"),
                other("pause", "{\"from\":\"2026-3-2\",\"to\":\"2026-03-05\"}", "time_malformed", "/data/from"),
                other("ranking-choice", "{\"listed\":\"yes\"}", "wrong_type", "/data/listed"));
    }

    /** What sinks an array is the fault of one line only. */
    static Stream<String> texts_that_are_no_json() {
        return Stream.of(
                "{",
                "{\"a\":",
                "{]",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":1,}",
                "[1,]",
                "/* */{}",
                "nul",
                "{} {}",
                "{}x",
                "\u0000",
                "\u00ff",
                "{\"\\ud800\":1}",
                "{\"a\":\"\\u12\"}",
                "[".repeat(2000));
    }

    private static List<String> values_that_are_too_large() {
        return List.of(
                "[".repeat(2000) + "]".repeat(2000),
                "{\"a\":".repeat(65) + "1" + "}".repeat(65),
                "{\"a\":" + "9".repeat(101) + "}",
                "{\"a\":\"" + "x".repeat(100_001) + "\"}",
                "{\"" + "x".repeat(1_001) + "\":1}",
                "{\"a\":\"" + "x".repeat(300_000) + "\"}",
                "[".repeat(130_000) + "]".repeat(130_000),
                "[".repeat(1_000_000) + "]".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("values_that_are_too_large")
    void a_value_that_is_too_large_rejects_its_item_alone(String item) {
        try (TestService fresh = new TestService()) {
            JsonNode array = post(fresh, "application/json", "[" + good(1) + "," + item + "," + good(2) + "]");
            assertThat(array.at("/accepted").asInt()).isEqualTo(2);
            assertThat(array.at("/items/1/code").asText()).isEqualTo("event.not_json");
            assertThat(array.at("/items/1/detail").asText()).containsPattern("more than|deeper|longer");
            JsonNode lines = post(fresh, "application/x-ndjson", good(1) + "\n" + item + "\n" + good(2));
            assertThat(lines.at("/duplicate").asInt()).isEqualTo(2);
            assertThat(lines.at("/items/1/detail").asText()).containsPattern("more than|deeper|longer");
        }
    }

    private static JsonNode post(String mediaType, String body) {
        return post(SERVICE, mediaType, body);
    }

    private static JsonNode post(TestService service, String mediaType, String body) {
        return service.send(service.request("/api/events", "ingest:platform")
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .ok();
    }

    @ParameterizedTest
    @MethodSource("items")
    void a_bad_item_is_rejected_with_its_place_and_nothing_is_stored(Bad bad) {
        JsonNode array = post("application/json", "[" + bad.item() + "]");
        assertRejected(array.at("/items/0"), bad);
        assertRejected(post("application/x-ndjson", bad.item()).at("/items/0"), bad);
        assertThat(SERVICE.store.histories().viewers()).isEmpty();
    }

    private static void assertRejected(JsonNode item, Bad bad) {
        assertThat(item.path("outcome").asText()).isEqualTo("rejected");
        assertThat(item.path("code").asText()).as(item.toString()).isEqualTo(bad.code());
        assertThat(item.path("pointer").asText()).as(item.toString()).isEqualTo(bad.pointer());
        assertThat(item.path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("texts_that_are_no_json")
    void a_line_that_is_no_json_is_rejected_alone(String line) {
        JsonNode answer = post("application/x-ndjson", line + "\n7");
        assertThat(answer.at("/rejected").asInt()).isEqualTo(2);
        assertThat(answer.at("/items/0/code").asText()).isEqualTo("event.not_json");
        assertThat(answer.at("/items/1/index").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("texts_that_are_no_json")
    void an_array_with_a_text_that_is_no_json_is_refused_whole(String item) {
        SERVICE.send(SERVICE.request("/api/events", "ingest:platform")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("[" + good(0) + "," + item + "]"))
                        .build())
                .problem(400, "request.malformed");
        assertThat(SERVICE.store.histories().viewers()).isEmpty();
    }

    private static String good(int number) {
        return WATCH.replace("\"1\"", "\"good-" + number + "\"");
    }

    @Test
    void the_good_items_among_bad_ones_are_stored() {
        try (TestService fresh = new TestService()) {
            List<Bad> bad = items().toList();
            List<String> mixed = new ArrayList<>();
            for (int i = 0; i < bad.size(); i++) {
                mixed.add(bad.get(i).item());
                mixed.add(good(i));
            }
            JsonNode answer = fresh.send(fresh.request("/api/events", "ingest:platform")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("[" + String.join(",", mixed) + "]"))
                            .build())
                    .ok();
            assertThat(answer.at("/accepted").asInt()).isEqualTo(bad.size()).isGreaterThan(70);
            for (int i = 0; i < bad.size(); i++) {
                assertRejected(answer.at("/items/" + 2 * i), bad.get(i));
                assertThat(Objects.requireNonNull(answer.at("/items/" + (2 * i + 1) + "/outcome"))
                                .asText())
                        .isEqualTo("accepted");
            }
        }
    }
}
