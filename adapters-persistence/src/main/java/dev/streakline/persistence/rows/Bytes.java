package dev.streakline.persistence.rows;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whole numbers in few bytes: seven bits to a byte, the lowest first, all but the last with the high bit (LEB128); signed
 * ones with the sign in the lowest bit, so that small ones of either sign are short.
 */
public final class Bytes {

    private static final int MORE = 0x80;

    // Not a stream of the JDK, which locks for every byte.
    private byte[] bytes = new byte[64];
    private int size;

    /** Writes a number of 0 or more. */
    public void writeUnsigned(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            write((byte) ((rest & (MORE - 1)) | MORE));
            rest >>>= 7;
        }
        write((byte) rest);
    }

    /** Writes any number. */
    public void writeSigned(long number) {
        writeUnsigned(number << 1 ^ number >> 63);
    }

    /** Writes one byte. */
    public void write(byte one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = one;
    }

    /** Writes the first bytes of several. */
    public void write(byte[] several, int count) {
        if (count > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
        System.arraycopy(several, 0, bytes, size, count);
        size += count;
    }

    /** Writes what was written into others. */
    public void write(Bytes others) {
        write(others.bytes, others.size);
    }

    /** How many were written. */
    public int size() {
        return size;
    }

    /** What was written. */
    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Reads what {@link #writeUnsigned} wrote. */
    public static long readUnsigned(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & MORE - 1) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** Reads what {@link #writeUnsigned} wrote of an {@code int}. */
    public static int readCount(ByteBuffer in) {
        return Math.toIntExact(readUnsigned(in));
    }

    /** Reads what {@link #writeSigned} wrote. */
    public static long readSigned(ByteBuffer in) {
        long number = readUnsigned(in);
        return number >>> 1 ^ -(number & 1);
    }
}
