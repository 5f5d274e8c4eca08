package dev.streakline.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import dev.streakline.json.Json;
import dev.streakline.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventArrayTest {

    private static final String BODY = """
            [ {"a":"x, ] } \\" \\\\"},{"b":[1,{"c":"[\\u00e9\u00e9"}]} ,
              {}, {"d":-1.5e3}, {"e":"%s"}]""";

    /** Returns a limited number of bytes for each read, as a slow connection does. */
    private static InputStream inPieces(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(most, length));
            }
        };
    }

    private static Map<String, ?> tree(EventArray items) throws IOException {
        try (JsonParser item = items.parser()) {
            item.nextToken();
            return JsonTree.read(item, Json.LONGEST_TEXT).members();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, Integer.MAX_VALUE})
    void items_are_the_same_however_the_body_is_cut(int most) throws IOException {
        String longText = "z".repeat(100_000);
        EventArray items = new EventArray(inPieces(BODY.formatted(longText), most));
        List<Map<String, ?>> read = new ArrayList<>();
        while (items.next()) {
            assertThat(items.isTooLong()).isFalse();
            read.add(tree(items));
        }
        assertThat(read).hasSize(5);
        assertThat(read.get(0).get("a")).isEqualTo("x, ] } \" \\");
        assertThat(read.get(1)).hasToString("{b=[1, {c=[éé}]}");
        assertThat(read.get(2)).isEmpty();
        assertThat(read.get(3)).containsOnlyKeys("d");
        assertThat(read.get(4).get("e")).isEqualTo(longText);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, Integer.MAX_VALUE})
    void an_item_that_is_too_long_ends_where_it_ends(int most) throws IOException {
        String body = "[{\"a\":\"%s\"},{\"b\":1}]".formatted("z".repeat(EventBytes.LONGEST));
        EventArray items = new EventArray(inPieces(body, most));
        assertThat(items.next()).isTrue();
        assertThat(items.isTooLong()).isTrue();
        assertThat(items.next()).isTrue();
        assertThat(items.isTooLong()).isFalse();
        assertThat(tree(items)).containsOnlyKeys("b");
        assertThat(items.next()).isFalse();
    }
}
