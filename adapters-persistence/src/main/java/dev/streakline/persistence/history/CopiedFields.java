package dev.streakline.persistence.history;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Fields of rows on their way into a table, in the binary format of {@code COPY}; {@link CopiedRows} is the way back. */
final class CopiedFields implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

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
            case "int4" -> {
                out.writeInt(Integer.BYTES);
                out.writeInt((Integer) value);
            }
            case "int8" -> {
                out.writeInt(Long.BYTES);
                out.writeLong((Long) value);
            }
            case "text" -> {
                byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            default -> throw new IllegalArgumentException("no row was ever copied with a field of type " + type);
        }
    }

    /** Says that there is no other row. */
    void end() throws IOException {
        out.writeShort(-1);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
