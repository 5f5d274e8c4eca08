package dev.streakline.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip stream (RFC 1952) of one or several members, as far as it can be read.
 *
 * <p>The JDK's own reader takes a pipe that has nothing to give at the moment for the end after a member, takes a
 * broken header of a second member for the end too, and throws away what it had unpacked when it meets corrupt data.
 * This one gives every byte before the damage and then throws {@link GzipDamaged}. Zero bytes after the last
 * member (padding of tapes) are the end.
 */
final class GunzippedStream extends InputStream {
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream packed;
    private final byte[] input = new byte[1 << 15];
    private int from;
    private int to;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private long members;
    private @Nullable GzipDamaged damage;

    GunzippedStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    /** Unpacks into the target; 0 when the member ended. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (damage != null) {
            throw damage;
        }
        while (true) {
            long before = inflater.getBytesWritten();
            try {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
            } catch (DataFormatException corrupt) {
                damage = new GzipDamaged("its data are corrupt");
                int count = Math.toIntExact(inflater.getBytesWritten() - before);
                if (count > 0) {
                    return count;
                }
                throw damage;
            }
            if (inflater.finished()) {
                endMember();
                return 0;
            }
            if (inflater.needsDictionary()) {
                throw new GzipDamaged("it asks for a dictionary");
            }
            if (from == to && !fill()) {
                throw new GzipDamaged("it is cut off");
            }
            inflater.setInput(input, from, to - from);
            from = to;
        }
    }

    private void endMember() throws IOException {
        from = to - inflater.getRemaining();
        long sum = unsigned(4);
        long size = unsigned(4);
        if (sum != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new GzipDamaged("its checksum is wrong");
        }
        inMember = false;
        members++;
    }

    /** Reads a member's header; false at the end. */
    private boolean beginMember() throws IOException {
        if (members > 0 && !skipPadding()) {
            return false;
        }
        if (octet() != 0x1f || octet() != 0x8b || octet() != 8) {
            throw new GzipDamaged(members == 0 ? "it has no gzip header" : "what follows its last part is not gzip");
        }
        int flags = octet();
        unsigned(6);
        if ((flags & EXTRA) != 0) {
            for (long left = unsigned(2); left > 0; left--) {
                octet();
            }
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            unsigned(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        return true;
    }

    /** Passes over zero bytes; false when nothing else follows. */
    private boolean skipPadding() throws IOException {
        while (from < to || fill()) {
            if (input[from] != 0) {
                return true;
            }
            from++;
        }
        return false;
    }

    private void skipText() throws IOException {
        int last;
        do {
            last = octet();
        } while (last != 0);
    }

    /** A number of so many bytes, the lowest first. */
    private long unsigned(int octets) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 8 * octets; shift += 8) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    private int octet() throws IOException {
        if (from == to && !fill()) {
            throw new GzipDamaged("it is cut off");
        }
        return input[from++] & 0xff;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, packed.read(input));
        return to > 0;
    }
}
