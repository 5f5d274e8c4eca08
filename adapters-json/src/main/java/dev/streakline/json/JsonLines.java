package dev.streakline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes JSON objects to a file in UTF-8, one a line. No character is escaped that need not be, and lone surrogates, which
 * UTF-8 does not have, become question marks.
 */
public final class JsonLines implements Closeable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator lines;

    /**
     * Lines in a stream.
     *
     * @param out closed with the lines
     */
    public JsonLines(OutputStream out) throws IOException {
        // This writer replaces a lone surrogate; Jackson's UTF-8 stream and Files' writer throw at it.
        lines = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /**
     * Writes one line.
     *
     * @param members texts, numbers and bytes, which become Base64, in their order
     */
    public void write(Map<String, ?> members) throws IOException {
        lines.writeStartObject();
        for (Map.Entry<String, ?> member : members.entrySet()) {
            lines.writeFieldName(member.getKey());
            lines.writePOJO(member.getValue());
        }
        lines.writeEndObject();
    }

    /** Ends the last line and closes the stream. */
    @Override
    public void close() throws IOException {
        lines.writeRaw('\n');
        lines.close();
    }
}
