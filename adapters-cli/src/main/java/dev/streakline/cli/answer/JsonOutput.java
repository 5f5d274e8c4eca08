package dev.streakline.cli.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes answers as JSON, indented, numbers in plain digits. */
public final class JsonOutput {

    private static final ObjectWriter WRITER = writer();

    private JsonOutput() {}

    private static ObjectWriter writer() {
        ObjectMapper mapper = JsonMapper.builder().build();
        return mapper.writerWithDefaultPrettyPrinter().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    /** The JSON text of an answer. */
    public static String of(Object answer) {
        try {
            return WRITER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of " + answer.getClass() + " cannot be written as JSON", e);
        }
    }
}
