package dev.streakline.persistence.rows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of rows on their way into a table, in the binary format of {@code COPY}; {@link CopiedRows} is the way back. */
final class CopiedFields implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int TEXT_TYPE = 25;

    private final DataOutputStream out;

    /**
     * @param out into a copy
     */
    CopiedFields(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(SIGNATURE);
        this.out.writeInt(0);
        this.out.writeInt(0);
    }

    /** Begins a row. */
    void begin(int fields) throws IOException {
        out.writeShort(fields);
    }

    /**
     * Writes a field.
     *
     * @param type of PostgreSQL, one of those below
     */
    void write(String type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        switch (type) {
            case "bool" -> {
                out.writeInt(1);
                out.writeBoolean((Boolean) value);
            }
            case "int2" -> {
                out.writeInt(Short.BYTES);
                out.writeShort(((Number) value).shortValue());
            }
            case "int4" -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(((Number) value).intValue());
            }
            case "int8" -> {
                out.writeInt(Long.BYTES);
                out.writeLong(((Number) value).longValue());
            }
            case "text" -> write((String) value);
            case "text[]" -> write(((List<?>) value).toArray(String[]::new));
            case "bytea" -> write((byte[]) value);
            default -> throw new IllegalArgumentException("no row was ever copied with a field of type " + type);
        }
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An array is a field of fields: how many dimensions, whether any element is null, their type, and how many from where. */
    private void write(String[] texts) throws IOException {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(array)) {
            fields.writeInt(texts.length == 0 ? 0 : 1);
            fields.writeInt(0);
            fields.writeInt(TEXT_TYPE);
            if (texts.length > 0) {
                fields.writeInt(texts.length);
                fields.writeInt(1);
            }
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                fields.writeInt(bytes.length);
                fields.write(bytes);
            }
        }
        write(array.toByteArray());
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Ends the rows. */
    void end() throws IOException {
        out.writeShort(-1);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
