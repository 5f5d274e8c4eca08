package dev.streakline.benchmarks.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the binary format of COPY. A row is {@link #row} and then its fields in order. */
final class BinaryRows {

    /** Signature, flags and no extension. */
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int LONGEST_ROW = 1 << 12;

    private ByteBuffer buffer = ByteBuffer.allocate(1 << 20).put(HEADER);

    BinaryRows row(int fields) {
        if (buffer.remaining() < LONGEST_ROW) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
        }
        buffer.putShort((short) fields);
        return this;
    }

    BinaryRows int2(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    BinaryRows int4(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    BinaryRows int8(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    BinaryRows uuid(long high, long low) {
        buffer.putInt(2 * Long.BYTES).putLong(high).putLong(low);
        return this;
    }

    BinaryRows text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    BinaryRows end() {
        buffer.putShort((short) -1);
        return this;
    }

    /** What was written since the last time. */
    byte[] take() {
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        buffer.clear();
        return bytes;
    }
}
