package dev.streakline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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

class JsonTreeTest {

    private static JsonTree read(String json) throws IOException {
        try (JsonParser parser = Json.EVENTS.createParser(json)) {
            parser.nextToken();
            return JsonTree.read(parser, Json.LONGEST_TEXT);
        }
    }

    private static JsonTree.Fault fault(String json) throws IOException {
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
                        .members())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"x\"", "true", "[]", "[{}]"})
    void a_value_that_is_not_an_object_is_a_fault(String json) throws IOException {
        assertThat(fault(json).pointer()).isEmpty();
    }

    @Test
    void an_empty_text_is_a_fault() throws IOException {
        assertThat(fault("").reason()).isEqualTo("There is no JSON.");
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
        JsonTree.Fault fault = fault(json.replace('\'', '"'));
        assertThat(fault.pointer()).isEqualTo(pointer);
    }

    @Test
    void the_next_item_can_be_read_after_a_faulty_one() throws IOException {
        try (JsonParser parser = Json.EVENTS.createParser("[{\"a\":{\"b\":1,\"b\":2}},{\"c\":3}]")) {
            parser.nextToken();
            parser.nextToken();
            assertThat(JsonTree.read(parser, Json.LONGEST_TEXT).fault()).isNotNull();
            parser.nextToken();
            assertThat(JsonTree.read(parser, Json.LONGEST_TEXT).members()).isEqualTo(Map.of("c", 3));
        }
    }

    @Test
    void nesting_ends_at_sixty_four() throws IOException {
        assertThat(read("{\"a\":".repeat(64) + "1" + "}".repeat(64)).fault()).isNull();
        JsonTree.Fault fault = fault("{\"a\":".repeat(65) + "1" + "}".repeat(65));
        assertThat(fault.pointer()).isEqualTo("/a".repeat(64));
        assertThat(fault.reason()).contains("nests deeper than 64");
    }

    @Test
    void nesting_by_a_hundred_thousand_is_only_a_fault() throws IOException {
        assertThat(fault("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .reason())
                .contains("nests deeper than 64");
    }

    @Test
    void a_number_ends_at_a_hundred_digits() throws IOException {
        assertThat(read("{\"n\":" + "9".repeat(100) + "}").fault()).isNull();
        JsonTree.Fault fault = fault("{\"d\":{\"n\":" + "9".repeat(101) + "}}");
        assertThat(fault.pointer()).isEqualTo("/d/n");
        assertThat(fault.reason()).contains("more than 100 characters");
        assertThat(fault("{\"n\":0." + "9".repeat(101) + "}").pointer()).isEqualTo("/n");
    }

    @Test
    void a_text_ends_at_a_hundred_thousand_characters() throws IOException {
        assertThat(read("{\"t\":\"" + "x".repeat(100_000) + "\"}").fault()).isNull();
        JsonTree.Fault fault = fault("{\"t\":\"" + "x".repeat(100_001) + "\"}");
        assertThat(fault.pointer()).isEqualTo("/t");
        assertThat(fault.reason()).contains("more than 100000 characters");
    }

    @Test
    void a_name_ends_at_a_thousand_characters() throws IOException {
        assertThat(read("{\"" + "x".repeat(1_000) + "\":1}").fault()).isNull();
        JsonTree.Fault fault = fault("{\"d\":{\"" + "x".repeat(1_001) + "\":1}}");
        assertThat(fault.pointer()).isEqualTo("/d");
        assertThat(fault.reason()).contains("more than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":[", "{\"a\":[1"})
    void a_text_that_ends_early_throws(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }
}
