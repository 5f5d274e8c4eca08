package dev.streakline.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Opens hundreds of connections that do next to nothing, and measures how long others wait meanwhile and when the slow
 * ones are cut. Run by {@code src/test/abuse/slow-clients.sh}.
 */
final class SlowClients {

    private static final int PAUSE_SECONDS = 10;
    private static final int LONGEST_SECONDS = 30;
    private static final double SLOWEST_MILLIS = 100;
    private static final String POST = TestService.withTokens(
            "POST /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest:i\r\nContent-Type: application/x-ndjson\r\n");

    private SlowClients() {}

    /** What a slow client does: at first, and every ten seconds then. */
    @SuppressWarnings("ImmutableEnumChecker") // Each buffer is duplicated before it is read.
    private enum Kind {
        SILENT("", ""),
        HEADERS("GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ", "a"),
        LENGTH(POST + "Content-Length: 100000\r\n\r\n", " "),
        CHUNKS(POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        FAST_FIRST(POST + "Content-Length: 9000000\r\n\r\n" + "\n".repeat(1_200_000), " "),
        READER("GET /webjars/swagger-ui/5.34.1/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n", "");

        private final ByteBuffer first;
        private final ByteBuffer then;

        Kind(String first, String then) {
            this.first = ByteBuffer.wrap(first.getBytes(StandardCharsets.US_ASCII));
            this.then = ByteBuffer.wrap(then.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** One of them. */
    private static final class Slow {

        private final Kind kind;
        private final SocketChannel channel;
        private final ByteBuffer first;
        private final long opened = System.nanoTime();
        private double cutAfterSeconds = Double.NaN;

        private Slow(Kind kind, int port) throws IOException {
            this.kind = kind;
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            first = kind.first.duplicate();
        }

        private boolean isCut() {
            return !Double.isNaN(cutAfterSeconds);
        }

        /** Sends the rest of what comes first, and listens whether it has been cut. */
        private void look() {
            try {
                channel.write(first);
                if (kind != Kind.READER && channel.read(ByteBuffer.allocate(4096)) < 0) {
                    cut();
                }
            } catch (IOException reset) {
                cut();
            }
        }

        /** A reader learns that it was cut only when it has read what is left. */
        private void readOn() {
            ByteBuffer rest = ByteBuffer.allocate(1 << 20);
            long begun = System.nanoTime();
            try {
                for (int got = 0; got >= 0; got = channel.read(rest.clear())) {
                    if (got == 0 && System.nanoTime() - begun > 1_000_000_000L) {
                        return;
                    }
                }
                cut();
            } catch (IOException reset) {
                cut();
            }
        }

        private void more() {
            try {
                if (kind == Kind.READER) {
                    if (channel.read(ByteBuffer.allocate(1)) < 0) {
                        cut();
                    }
                } else if (!first.hasRemaining()) {
                    channel.write(kind.then.duplicate());
                }
            } catch (IOException reset) {
                cut();
            }
        }

        private void cut() {
            cutAfterSeconds = (System.nanoTime() - opened) / 1e9;
            try {
                channel.close();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int each = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
        List<Kind> kinds = arguments.length < 2
                ? List.of(Kind.values())
                : Arrays.stream(arguments).skip(1).map(Kind::valueOf).toList();
        boolean isWell = true;
        try (TestService service = new TestService()) {
            others(service.port(), 3);
            for (Kind kind : kinds) {
                isWell &= slow(kind, each, service);
            }
        }
        System.out.println((isWell ? "ok    " : "FAIL  ") + "on Java " + Runtime.version());
        System.exit(isWell ? 0 : 1);
    }

    private static boolean slow(Kind kind, int count, TestService service) throws IOException, InterruptedException {
        List<Slow> slow = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slow.add(new Slow(kind, service.port()));
        }
        Thread driver = new Thread(() -> drive(slow));
        driver.start();
        double[] millis = others(service.port(), LONGEST_SECONDS + 2);
        driver.join();
        double[] cuts =
                slow.stream().mapToDouble(one -> one.cutAfterSeconds).sorted().toArray();
        long alive = slow.stream().filter(one -> !one.isCut()).count();
        boolean isWell = alive == 0 && at(millis, 0.99) < SLOWEST_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%s  %-10s %d clients; others p50 %.1f ms, p99 %.1f ms, slowest %.1f ms of %d; cut after %.1f to %.1f s, alive %d%n",
                isWell ? "ok  " : "FAIL",
                kind,
                count,
                at(millis, 0.5),
                at(millis, 0.99),
                millis[millis.length - 1],
                millis.length,
                cuts[0],
                cuts[(int) Math.max(0, cuts.length - alive - 1)],
                alive);
        for (Slow one : slow) {
            one.channel.close();
        }
        return isWell;
    }

    private static void drive(List<Slow> slow) {
        long begun = System.nanoTime();
        int turn = 0;
        while ((System.nanoTime() - begun) / 1_000_000_000L < LONGEST_SECONDS) {
            boolean isTurn = (System.nanoTime() - begun) / 1_000_000_000L / PAUSE_SECONDS > turn;
            for (Slow one : slow) {
                if (!one.isCut()) {
                    one.look();
                }
                if (!one.isCut() && isTurn) {
                    one.more();
                }
            }
            turn += isTurn ? 1 : 0;
            try {
                Thread.sleep(50);
            } catch (InterruptedException ended) {
                return;
            }
        }
        readOn(slow);
    }

    private static void readOn(List<Slow> slow) {
        slow.stream().filter(one -> one.kind == Kind.READER && !one.isCut()).forEach(Slow::readOn);
    }

    /**
     * Sends requests for some seconds, mostly on an open connection, every twentieth time on a new one; milliseconds,
     * ascending.
     */
    private static double[] others(int port, int seconds) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest kept = HttpRequest.newBuilder(Contract.uri(port, "/api/whoami"))
                .header("Authorization", TestService.withTokens("Bearer viewer:ada"))
                .build();
        List<Double> millis = new ArrayList<>();
        long begun = System.nanoTime();
        while ((System.nanoTime() - begun) / 1_000_000_000L < seconds) {
            long asked = System.nanoTime();
            if (millis.size() % 20 == 0) {
                Wire.exchange(port, "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
            } else {
                client.send(kept, BodyHandlers.discarding());
            }
            millis.add((System.nanoTime() - asked) / 1e6);
            Thread.sleep(10);
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) (share * (ascending.length - 1))];
    }
}
