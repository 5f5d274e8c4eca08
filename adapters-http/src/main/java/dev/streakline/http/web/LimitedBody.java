package dev.streakline.http.web;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** The body of a request, with a limit on how many bytes are read of it. */
public final class LimitedBody extends FilterInputStream {

    private static final int BUFFER = 8 * 1024;

    /** Events, of which each repeats the names of all members, pack to a thirtieth at best. */
    private static final long MOST_TIMES_UNPACKED = 200;

    private static final long FREE_BYTES_UNPACKED = 1024 * 1024;

    /** Takes how many bytes were read, and refuses when they are too many. */
    private final LongConsumer limit;

    private long read;

    private LimitedBody(InputStream body, LongConsumer limit) {
        super(body);
        this.limit = limit;
    }

    /**
     * The body as it is sent.
     *
     * @throws ProblemException at once when its header states a larger length, and later when more is read
     */
    public static LimitedBody of(Context request, long limit) {
        if (request.req().getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        return new LimitedBody(request.bodyInputStream(), bytes -> requireWithin(bytes, limit));
    }

    /**
     * The body unpacked, when its {@code Content-Encoding} is gzip; the limit is that of the unpacked bytes, too.
     *
     * @throws ProblemException as {@link #of}, when it unpacks to far more than events do, and when its encoding is
     *     another one
     * @throws IOException when it is not valid gzip
     */
    public static LimitedBody unpacked(Context request, long limit) throws IOException {
        LimitedBody body = of(request, limit);
        String header = request.header("Content-Encoding");
        String encoding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity" -> body;
            case "gzip" ->
                new LimitedBody(new GZIPInputStream(body, BUFFER), bytes -> {
                    requireLikely(bytes, body.read);
                    requireWithin(bytes, limit);
                });
            default ->
                throw ProblemException.because(
                        ProblemCode.REQUEST_MEDIA_TYPE,
                        "Content-Encoding must be gzip; or send the body uncompressed.");
        };
    }

    private static void requireWithin(long bytes, long limit) {
        if (bytes > limit) {
            throw tooLarge(limit);
        }
    }

    private static void requireLikely(long unpacked, long packed) {
        if (unpacked > FREE_BYTES_UNPACKED + MOST_TIMES_UNPACKED * packed) {
            throw ProblemException.because(
                    ProblemCode.REQUEST_TOO_LARGE,
                    "The body unpacks to more than " + MOST_TIMES_UNPACKED
                            + " times its size. Send it uncompressed, or in parts.");
        }
    }

    static ProblemException tooLarge(long limit) {
        return ProblemException.because(
                ProblemCode.REQUEST_TOO_LARGE, "The body is larger than " + limit + " bytes, which is the limit here.");
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int got = super.read(into, from, most);
        count(got);
        return got;
    }

    private void count(int got) {
        read += Math.max(0, got);
        limit.accept(read);
    }
}
