package dev.streakline.cli.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One byte many times, without holding it. */
public final class Repeated extends InputStream {
    private final byte each;
    private long left;

    private Repeated(char each, long count) {
        this.each = (byte) each;
        this.left = count;
    }

    /** The character {@code count} times, between two texts. */
    public static InputStream between(String before, char each, long count, String after) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                new Repeated(each, count),
                new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)))));
    }

    @Override
    public int read() {
        return left-- > 0 ? each : -1;
    }

    @Override
    public int read(byte[] target, int from, int count) {
        int given = (int) Math.min(left, count);
        Arrays.fill(target, from, from + given, each);
        left -= given;
        return given == 0 ? -1 : given;
    }
}
