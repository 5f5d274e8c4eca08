package dev.streakline.cli.history;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How the bytes of a history file are packed, which is told from the first of them. */
final class HistoryBytes {
    private static final int BUFFER = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private HistoryBytes() {}

    /** The bytes as they are, able to be reset; {@code reached} is told how many have been read. */
    static InputStream counted(InputStream file, LongConsumer reached) {
        return new BufferedInputStream(new Counted(file, reached), BUFFER);
    }

    /** The bytes unpacked where they are gzip, else as they are; able to be reset. */
    static InputStream unpacked(InputStream bytes) throws IOException {
        byte[] magic = peeked(bytes, 2);
        return GzipCompressorInputStream.matches(magic, magic.length)
                ? new BufferedInputStream(Gunzipped.of(bytes), BUFFER)
                : bytes;
    }

    /** Whether the bytes are a zip file. */
    static boolean areZip(InputStream bytes) throws IOException {
        byte[] magic = peeked(bytes, ZIP.length);
        return Arrays.equals(magic, ZIP) || Arrays.equals(magic, EMPTY_ZIP);
    }

    private static byte[] peeked(InputStream bytes, int count) throws IOException {
        bytes.mark(count);
        byte[] peeked = bytes.readNBytes(count);
        bytes.reset();
        return peeked;
    }

    /** Tells how many bytes have been read. */
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
