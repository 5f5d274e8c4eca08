package dev.streakline.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes answers as JSON, numbers in plain digits. */
public final class JsonOutput {

    private static final ObjectWriter LINES =
            JsonMapper.builder().build().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final ObjectWriter WRITER = LINES.withDefaultPrettyPrinter();

    private JsonOutput() {}

    /** The JSON text of an answer. */
    public static String of(Object answer) {
        return write(WRITER, answer);
    }

    /** The same in one line. */
    public static String line(Object answer) {
        return write(LINES, answer);
    }

    private static String write(ObjectWriter writer, Object answer) {
        try {
            return writer.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of " + answer.getClass() + " cannot be written as JSON", e);
        }
    }
}
