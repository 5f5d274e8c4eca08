package dev.streakline.cli.format.packed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a gzip file of one or more members, up to where it breaks off. The library discards what one call has
 * unpacked before the damage, and must not be read again after it. Here all of it is returned, and then every read
 * fails.
 */
public final class Gunzipped extends FilterInputStream {
    private final GzipCompressorInputStream gzip;
    private @Nullable IOException failure;

    private Gunzipped(GzipCompressorInputStream gzip) {
        super(gzip);
        this.gzip = gzip;
    }

    /** The bytes of a gzip file. */
    static InputStream of(InputStream file) throws IOException {
        return new Gunzipped(GzipCompressorInputStream.builder()
                .setInputStream(file)
                .setDecompressConcatenated(true)
                .get());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (failure != null) {
            throw failure;
        }
        long before = gzip.getBytesRead();
        try {
            return super.read(target, from, count);
        } catch (IOException broken) {
            failure = broken;
            int unpacked = (int) (gzip.getBytesRead() - before);
            if (unpacked == 0) {
                throw broken;
            }
            return unpacked;
        }
    }
}
