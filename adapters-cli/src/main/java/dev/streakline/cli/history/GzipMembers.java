package dev.streakline.cli.history;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The bytes of a gzip file (RFC 1952) of one or more members, strictly: every checksum is tested, a cut file is an
 * {@link EOFException}, anything but zeros after the last member a {@link ZipException}.
 *
 * <p>{@code java.util.zip.GZIPInputStream} asks {@code available()} whether another member follows, so that members
 * are lost from a slow pipe, and ignores a damaged second header without a word.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 15];
    private int next;
    private int limit;
    private boolean inMember;
    private boolean ended;
    private int members;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Whether a file that begins with these bytes is gzip. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == MAGIC_FIRST && (bytes[1] & 0xff) == MAGIC_SECOND;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int inflated = inflate(target, from, count);
            if (inflated > 0) {
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int from, int count) throws IOException {
        try {
            if (inflater.needsInput() && !inflater.finished()) {
                if (next == limit && !fill()) {
                    throw new EOFException("gzip data ends too early");
                }
                inflater.setInput(buffer, next, limit - next);
                next = limit;
            }
            int inflated = inflater.inflate(target, from, count);
            if (inflater.needsDictionary()) {
                throw new ZipException("a dictionary is asked for");
            }
            checksum.update(target, from, inflated);
            return inflated;
        } catch (DataFormatException damaged) {
            throw new ZipException(String.valueOf(damaged.getMessage()));
        }
    }

    /** Reads the header of the next member; false when the file ends before it. */
    private boolean beginMember() throws IOException {
        if (ended) {
            return false;
        }
        if (members > 0 && onlyZerosFollow()) {
            ended = true;
            return false;
        }
        if (readByte() != MAGIC_FIRST || readByte() != MAGIC_SECOND) {
            throw new ZipException("what follows a part of it is not gzip");
        }
        if (readByte() != DEFLATE) {
            throw new ZipException("unknown compression method");
        }
        int flags = readByte();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown header flags");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(readByte() | readByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        members++;
        return true;
    }

    private void endMember() throws IOException {
        next = limit - inflater.getRemaining();
        if (readWord() != checksum.getValue() || readWord() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the checksum is wrong");
        }
        inMember = false;
    }

    /** Passes over zeros, with which some devices fill up; true when the file ends there. */
    private boolean onlyZerosFollow() throws IOException {
        while (next < limit || fill()) {
            if (buffer[next] != 0) {
                return false;
            }
            next++;
        }
        return true;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            readByte();
        }
    }

    private void skipText() throws IOException {
        int read = readByte();
        while (read != 0) {
            read = readByte();
        }
    }

    private long readWord() throws IOException {
        long word = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            word |= (long) readByte() << shift;
        }
        return word;
    }

    private int readByte() throws IOException {
        if (next == limit && !fill()) {
            throw new EOFException("gzip data ends too early");
        }
        return buffer[next++] & 0xff;
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }
}
