package dev.streakline.http.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Member;
import dev.streakline.http.web.StaticFile;
import dev.streakline.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The OpenAPI document: the file, with the data of each kind of fact as its {@link FactSchema} describes it. */
public final class OpenApiDocument {

    private static final String SOURCE = "/dev/streakline/http/openapi.json";
    private static final String REFERENCE = "#/components/schemas/";

    private OpenApiDocument() {}

    /** Made at the first request: it would add a tenth of a second to each start. */
    private static final class Made {
        private static final StaticFile FILE = StaticFile.of(bytes(), "application/json");
    }

    /** The document as the service sends it. */
    public static StaticFile file() {
        return Made.FILE;
    }

    /** The document in UTF-8. */
    public static byte[] bytes() {
        try (InputStream file = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(SOURCE), SOURCE)) {
            JsonNode document = Json.MAPPER.readTree(file);
            addKindsOfFacts((ObjectNode) document.at("/components/schemas"));
            return Json.bytes(document);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + SOURCE, broken);
        }
    }

    private static void addKindsOfFacts(ObjectNode schemas) {
        ObjectNode event = (ObjectNode) schemas.at("/Event/properties");
        ArrayNode codes = event.putObject("type").put("type", "string").putArray("enum");
        ArrayNode kinds = event.putObject("data").putArray("anyOf");
        for (FactType type : FactType.values()) {
            codes.add(type.code());
            kinds.addObject().put("$ref", REFERENCE + type.code());
            schemas.set(type.code(), data(type.schema()));
        }
    }

    private static ObjectNode data(FactSchema<?> schema) {
        ObjectNode data = Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = data.putObject("properties");
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (FactField<?, ?> field : schema.fields()) {
            String name = field.member().label();
            properties.set(name, Json.MAPPER.valueToTree(field.form().jsonSchema()));
            if (field.isRequired()) {
                required.add(name);
            }
        }
        if (schema.isDatable()) {
            properties.set(
                    Member.DATE.label(),
                    Json.MAPPER.valueToTree(
                            Map.of("type", "string", "format", "date", "description", "Instead of time.")));
        }
        // A list of required members must not be empty in OpenAPI 3.0.
        return required.isEmpty() ? data : data.set("required", required);
    }
}
