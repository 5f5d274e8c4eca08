package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streakline.application.fact.FactType;
import dev.streakline.http.operation.OpenApiDocument;
import dev.streakline.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiDocumentTest {

    private final JsonNode schemas;

    OpenApiDocumentTest() throws IOException {
        schemas = Json.MAPPER.readTree(OpenApiDocument.bytes()).at("/components/schemas");
    }

    @Test
    void an_event_has_the_type_and_the_data_of_one_kind_of_fact() {
        List<String> codes = Stream.of(FactType.values()).map(FactType::code).toList();

        assertThat(texts(schemas.at("/Event/properties/type/enum"))).isEqualTo(codes);
        assertThat(schemas.at("/Event/properties/data/anyOf").findValuesAsText("$ref"))
                .isEqualTo(codes.stream()
                        .map(code -> "#/components/schemas/" + code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_data_of_each_kind_has_the_members_that_are_read(FactType type) {
        List<String> members = new ArrayList<>();
        ((ObjectNode) schemas.get(type.code()).get("properties")).fieldNames().forEachRemaining(members::add);

        assertThat(members).containsExactlyInAnyOrderElementsOf(type.schema().names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "streakline.rating.v1 | required | ['title','score']",
                "streakline.rating.v1 | properties/title | {'type':'string','minLength':1,'maxLength':128}",
                "streakline.rating.v1 | properties/score | {'type':'integer','minimum':0,'maximum':100,'description':'points'}",
                "streakline.pause.v1 | properties/from | {'type':'string','format':'date'}",
                "streakline.watch.v1 | properties/date | {'type':'string','format':'date','description':'Instead of time.'}",
                "streakline.watch.v1 | properties/completed | {'type':'boolean'}",
                "streakline.title.v1 | properties/kind | {'type':'string','enum':['movie','episode','video','stream']}",
                "streakline.title.v1 | properties/genres | {'type':'array','maxItems':64,'items':{'type':'string','minLength':1,'maxLength':128}}"
            })
    void values_are_described_by_their_rules(String type, String path, String schema) throws IOException {
        assertThat(schemas.get(type).at("/" + path)).isEqualTo(Json.MAPPER.readTree(schema.replace('\'', '"')));
    }

    @Test
    void a_kind_without_required_members_has_no_list_of_them() {
        assertThat(schemas.get(FactType.WATCH.code()).has("required")).isFalse();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
