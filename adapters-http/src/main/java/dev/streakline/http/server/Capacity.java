package dev.streakline.http.server;

/**
 * Limits on concurrent work, so that the service stays up under any load.
 *
 * @param connections open connections; beyond, the oldest of a caller without authentication is closed
 * @param bodyBytes bytes of bodies that are buffered until they are complete; beyond, 503
 * @param answerBytes bytes of answers that are not read yet; beyond, the slowest reader is cut
 * @param longBodies bodies that are read while they arrive, a thread each; beyond, 503
 * @param requests requests in progress; others wait, and get 503 after five seconds
 */
public record Capacity(int connections, long bodyBytes, long answerBytes, int longBodies, int requests) {

    /** The memory of an idle connection, with what the system needs for it. */
    private static final long BYTES_OF_A_CONNECTION = 64 * 1024;

    private static final int FEWEST_CONNECTIONS = 256;
    private static final int MOST_CONNECTIONS = 16_384;
    private static final long SHARE = 8;

    /** Fewer together than the threads of the server, 250 on Java 17, so that one is always left to refuse. */
    private static final int LONG_BODIES = 64;

    private static final int MOST_REQUESTS = 64;
    private static final int FEWEST_REQUESTS = 8;

    /** The memory of a request that folds a viewer with as many facts as intake rules let one token send in a day. */
    private static final long BYTES_OF_A_REQUEST = 8 * 1024 * 1024;

    /**
     * The limits that suit a heap of this size.
     *
     * @param heap the most bytes that it may grow to
     */
    public static Capacity ofHeap(long heap) {
        long connections = Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, heap / BYTES_OF_A_CONNECTION));
        long requests = Math.max(FEWEST_REQUESTS, Math.min(MOST_REQUESTS, heap / BYTES_OF_A_REQUEST));
        return new Capacity((int) connections, heap / SHARE, heap / SHARE, LONG_BODIES, (int) requests);
    }
}
