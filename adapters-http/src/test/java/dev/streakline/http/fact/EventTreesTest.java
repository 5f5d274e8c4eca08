package dev.streakline.http.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.http.exchange.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTreesTest {

    private static EventTrees.Item read(String json) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(json)) {
            parser.nextToken();
            return EventTrees.item(parser);
        }
    }

    private static Rejection fault(String json) throws IOException {
        return Objects.requireNonNull(read(json).fault(), json);
    }

    @Test
    void every_kind_of_value_has_its_place_in_the_tree() throws IOException {
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("t", "text");
        expected.put("i", 7);
        expected.put("l", 8_000_000_000L);
        expected.put("b", BigInteger.ONE.shiftLeft(63));
        expected.put("d", new BigDecimal("1.50"));
        expected.put("y", true);
        expected.put("n", false);
        expected.put("z", null);
        expected.put("o", Map.of("a", Map.of()));
        expected.put("list", List.of(1, "x", List.of(true)));
        assertThat(read("{\"t\":\"text\",\"i\":7,\"l\":8000000000,\"b\":9223372036854775808,\"d\":1.50,"
                                + "\"y\":true,\"n\":false,\"z\":null,\"o\":{\"a\":{}},\"list\":[1,\"x\",[true]]}")
                        .event())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"x\"", "true", "[]", "[{}]"})
    void what_is_no_object_is_no_event(String json) throws IOException {
        assertThat(fault(json).code()).isEqualTo(RejectionCode.NOT_JSON);
        assertThat(fault(json).pointer()).isEmpty();
    }

    @Test
    void nothing_is_no_event() throws IOException {
        assertThat(fault("").code()).isEqualTo(RejectionCode.NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'a':1}|/a",
                "{'a':1,'b':{'c':2,'c':2}}|/b/c",
                "{'a':[0,[{'x':1,'x':2}]]}|/a/1/0/x",
                "{'a/b':{'c~d':1,'c~d':1}}|/a~1b/c~0d",
                "{'':1,'':1}|/",
                "{'a':null,'a':1}|/a",
                "{'b':{'c':1,'c':1},'a':1,'a':1}|/b/c",
                "{'n':1e99999999999}|/n",
                "{'n':[-1e-99999999999]}|/n/0",
            })
    void a_member_that_leaves_open_what_is_meant_is_named(String json, String pointer) throws IOException {
        Rejection fault = fault(json.replace('\'', '"'));
        assertThat(fault.code()).isEqualTo(RejectionCode.NOT_JSON);
        assertThat(fault.pointer()).isEqualTo(pointer);
    }

    @Test
    void the_next_item_can_be_read_after_a_faulty_one() throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser("[{\"a\":{\"b\":1,\"b\":2}},{\"c\":3}]")) {
            parser.nextToken();
            parser.nextToken();
            assertThat(EventTrees.item(parser).fault()).isNotNull();
            parser.nextToken();
            assertThat(EventTrees.item(parser).event()).isEqualTo(Map.of("c", 3));
        }
    }

    @Test
    void nesting_ends_at_sixty_four() throws IOException {
        assertThat(read("{\"a\":".repeat(64) + "1" + "}".repeat(64)).fault()).isNull();
        String deep = "{\"a\":".repeat(65) + "1" + "}".repeat(65);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":[", "{\"a\":[1"})
    void a_text_that_ends_early_throws(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }
}
