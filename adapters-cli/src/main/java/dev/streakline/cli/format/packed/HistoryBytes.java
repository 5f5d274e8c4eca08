package dev.streakline.cli.format.packed;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of a history file are packed and written, recognised by the first of them. */
public final class HistoryBytes {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 1 << 12;
    private static final int TAR_HEADER = 512;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    /** UTF-16 without a byte order mark is recognised by this many bytes of ASCII. */
    private static final int UTF_16_SAMPLE = 16;

    private HistoryBytes() {}

    /** What a file is. */
    public enum Packing {
        /** One history, plain or gzip. */
        ONE_FILE,
        ZIP,
        /** A tar file, plain or gzip. */
        TAR
    }

    /** The bytes as they are, able to be reset; {@code reached} receives how many have been read. */
    public static InputStream counted(InputStream file, LongConsumer reached) {
        return new BufferedInputStream(new Counted(file, reached), BUFFER);
    }

    /** How the bytes are packed; they stay unread. */
    public static Packing packing(InputStream bytes) throws IOException {
        byte[] first = peeked(bytes, MAGIC);
        if (startsWith(first, ZIP) || startsWith(first, EMPTY_ZIP)) {
            return Packing.ZIP;
        }
        byte[] header = isGzip(first) ? unpackedStart(first) : first;
        return TarArchiveInputStream.matches(header, Math.min(header.length, TAR_HEADER))
                ? Packing.TAR
                : Packing.ONE_FILE;
    }

    /** The bytes unpacked where they are gzip, else as they are; able to be reset. */
    public static InputStream unpacked(InputStream bytes) throws IOException {
        return isGzip(peeked(bytes, 2)) ? new BufferedInputStream(Gunzipped.of(bytes), BUFFER) : bytes;
    }

    /** The bytes in UTF-8 where they are UTF-16, with or without a byte order mark; else as they are. */
    public static InputStream inUtf8(InputStream bytes) throws IOException {
        Charset utf16 = utf16(peeked(bytes, UTF_16_SAMPLE));
        return utf16 == null
                ? bytes
                : new BufferedInputStream(
                        ReaderInputStream.builder()
                                .setReader(new InputStreamReader(bytes, utf16))
                                .setCharset(StandardCharsets.UTF_8)
                                .get(),
                        BUFFER);
    }

    private static @Nullable Charset utf16(byte[] first) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < first.length; i++) {
            even += i % 2 == 0 && first[i] == 0 ? 1 : 0;
            odd += i % 2 == 1 && first[i] == 0 ? 1 : 0;
        }
        boolean isSample = first.length == UTF_16_SAMPLE;
        if (startsWith(first, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || (isSample && odd == first.length / 2 && even == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(first, new byte[] {(byte) 0xFE, (byte) 0xFF})
                || (isSample && even == first.length / 2 && odd == 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** The first bytes of the content of a gzip, as far as they can be unpacked. */
    private static byte[] unpackedStart(byte[] gzip) {
        try {
            return peeked(new BufferedInputStream(Gunzipped.of(new ByteArrayInputStream(gzip))), TAR_HEADER);
        } catch (IOException broken) {
            return new byte[0];
        }
    }

    private static boolean isGzip(byte[] first) {
        return GzipCompressorInputStream.matches(first, first.length);
    }

    /** Whether bytes begin with others. */
    public static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The first bytes, or all where there are fewer; a failure is left to the reader of the stream. */
    public static byte[] peeked(InputStream bytes, int count) throws IOException {
        bytes.mark(count);
        byte[] peeked = new byte[count];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < count; length += Math.max(read, 0)) {
                read = bytes.read(peeked, length, count - length);
            }
        } catch (IOException brokenOff) {
            // Met again by the next read.
        } finally {
            bytes.reset();
        }
        return Arrays.copyOf(peeked, length);
    }

    /** Returns how many bytes have been read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer reached;
        private long count;

        Counted(InputStream in, LongConsumer reached) {
            super(in);
            this.reached = reached;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(read, 0);
            reached.accept(count);
            return read;
        }
    }
}
