package dev.streakline.persistence.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Whole numbers in few bytes: seven bits to a byte, the lowest first, all but the last with the high bit (LEB128); signed
 * ones with the sign in the lowest bit, so that small ones of either sign are short.
 */
final class Bytes {

    private static final int MORE = 0x80;

    private Bytes() {}

    /** Writes a number of 0 or more. */
    static void writeUnsigned(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Writes any number. */
    static void writeSigned(ByteArrayOutputStream out, long number) {
        writeUnsigned(out, number << 1 ^ number >> 63);
    }

    /** Reads what {@link #writeUnsigned} wrote. */
    static long readUnsigned(ByteBuffer in) {
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
    static int readCount(ByteBuffer in) {
        return Math.toIntExact(readUnsigned(in));
    }

    /** Reads what {@link #writeSigned} wrote. */
    static long readSigned(ByteBuffer in) {
        long number = readUnsigned(in);
        return number >>> 1 ^ -(number & 1);
    }
}
