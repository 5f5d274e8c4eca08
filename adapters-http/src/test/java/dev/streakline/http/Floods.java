package dev.streakline.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Floods a service that runs elsewhere, one kind after another, and measures whether it answers others meanwhile, loses
 * nothing acknowledged, does not grow, and recovers. Run by {@code src/test/abuse/floods.sh}.
 */
final class Floods {

    private static final double SLOWEST_LIVENESS_MILLIS = 250;
    private static final int FACTS_OF_A_VIEWER = 100_000;
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);
    private static final String LARGEST_FILE = "/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js";

    private final int port;
    private final long process;
    private final String ingest;
    private final String viewer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int acknowledged;

    private Floods(int port, long process, String ingest, String viewer) {
        this.port = port;
        this.process = process;
        this.ingest = ingest;
        this.viewer = viewer;
    }

    /** The floods; each continues until the flag is set. */
    private enum Kind {
        /** Bodies are announced and begun, and never end; the clients are anonymous. */
        ANNOUNCED,
        /** The same by a caller with a credential. */
        ANNOUNCED_BY_A_VIEWER,
        /** The largest file is requested eight times, and not read. */
        UNREAD,
        /** The largest answer of a viewer is requested again and again, and not read. */
        UNREAD_BY_A_VIEWER,
        /** Bodies arrive at 150 bytes a second, in chunks; the clients are anonymous. */
        TRICKLING,
        /** The same by a caller with a credential. */
        TRICKLING_BY_A_VIEWER,
        /** Small bodies that unpack to a thousand times their size. */
        PACKED,
        /** One viewer sends a hundred thousand facts, each on a channel and a title of its own. */
        MANY_FACTS,
        /** One viewer moves across the date line four thousand times in a day. */
        MANY_ZONES
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Floods floods = new Floods(port, Long.parseLong(arguments[1]), arguments[2], arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        List<Kind> kinds = arguments.length < 6
                ? List.of(Kind.values())
                : Arrays.stream(arguments).skip(5).map(Kind::valueOf).toList();
        boolean isWell = true;
        floods.measure(Duration.ofSeconds(3), new AtomicBoolean());
        for (Kind kind : kinds) {
            isWell &= floods.flood(kind, Duration.ofSeconds(seconds));
        }
        isWell &= floods.everythingAcknowledgedIsThere();
        System.out.println(isWell ? "ok" : "FAIL");
        System.exit(isWell ? 0 : 1);
    }

    private boolean flood(Kind kind, Duration length) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> flooding = threads.submit((Callable<Boolean>) () -> {
                run(kind, isOver);
                return true;
            });
            Future<Long> uploading = threads.submit(() -> upload(isOver));
            double[] millis = measure(length, isOver);
            long begun = System.nanoTime();
            boolean isRecovered = isRecovered();
            double recovery = (System.nanoTime() - begun) / 1e9;
            long uploaded = uploading.get();
            waitFor(flooding);
            boolean isWell = isRecovered && at(millis, 0.99) < SLOWEST_LIVENESS_MILLIS && uploaded > 0;
            System.out.printf(
                    Locale.ROOT,
                    "%s  %-22s livez p50 %.1f ms, p99 %.1f ms, slowest %.1f ms of %d; uploads beside it %d;"
                            + " recovered after %.1f s; %d MB resident%n",
                    isWell ? "ok  " : "FAIL",
                    kind,
                    at(millis, 0.5),
                    at(millis, 0.99),
                    millis[millis.length - 1],
                    millis.length,
                    uploaded,
                    recovery,
                    residentMegabytes());
            return isWell;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void waitFor(Future<?> flooding) throws InterruptedException {
        try {
            flooding.get();
        } catch (ExecutionException refused) {
            System.out.println("      the flood ended early: " + refused.getCause());
        }
    }

    private void run(Kind kind, AtomicBoolean isOver) throws IOException, InterruptedException {
        String secret = "Authorization: Bearer " + viewer + "\r\n";
        switch (kind) {
            case ANNOUNCED -> hold(2_750, FloodRequests.announced(""), "", Duration.ofHours(1), isOver);
            case ANNOUNCED_BY_A_VIEWER -> hold(2_750, FloodRequests.announced(secret), "", Duration.ofHours(1), isOver);
            case UNREAD -> hold(300, FloodRequests.gets(LARGEST_FILE, "", 8), "", Duration.ofSeconds(22), isOver);
            case UNREAD_BY_A_VIEWER ->
                hold(
                        300,
                        FloodRequests.gets("/api/analytics/calendar", secret, 40),
                        "",
                        Duration.ofSeconds(22),
                        isOver);
            case TRICKLING ->
                hold(130, FloodRequests.chunked(""), FloodRequests.chunk(150), Duration.ofHours(1), isOver);
            case TRICKLING_BY_A_VIEWER ->
                hold(130, FloodRequests.chunked(secret), FloodRequests.chunk(150), Duration.ofHours(1), isOver);
            case PACKED -> post(16, FloodRequests.packed("\n".repeat(100_000_000)), isOver);
            case MANY_FACTS -> post(1, FloodRequests.packed(FloodRequests.facts()), isOver);
            case MANY_ZONES -> post(1, FloodRequests.packed(FloodRequests.zones()), isOver);
        }
    }

    /** Opens connections, sends to each at once and every second, and opens again those that are cut. */
    private void hold(int count, String first, String everySecond, Duration renewal, AtomicBoolean isOver)
            throws InterruptedException {
        ByteBuffer begin = ByteBuffer.wrap(first.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer more = ByteBuffer.wrap(everySecond.getBytes(StandardCharsets.US_ASCII));
        Map<Integer, Held> held = new HashMap<>();
        boolean isReader = first.startsWith("GET");
        while (!isOver.get()) {
            for (int i = 0; i < count && !isOver.get(); i++) {
                Held one = held.get(i);
                if (one == null || one.isCut(isReader) || one.age().compareTo(renewal) > 0) {
                    close(one);
                    Held opened = open(begin);
                    if (opened == null) {
                        held.remove(i);
                    } else {
                        held.put(i, opened);
                    }
                } else {
                    one.send(more);
                }
            }
            Thread.sleep(1_000);
        }
        held.values().forEach(Floods::close);
    }

    private @Nullable Held open(ByteBuffer begin) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            Held held = new Held(channel, begin.duplicate(), System.nanoTime());
            held.send(begin.duplicate().limit(0));
            return held;
        } catch (IOException refused) {
            return null;
        }
    }

    private static void close(@Nullable Held held) {
        try {
            if (held != null) {
                held.channel.close();
            }
        } catch (IOException closed) {
            // It is gone, which is all that is wanted.
        }
    }

    /** A connection, and what is still to be sent at first. */
    private record Held(SocketChannel channel, ByteBuffer first, long since) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        void send(ByteBuffer more) {
            try {
                channel.write(first.hasRemaining() ? first : more.duplicate());
            } catch (IOException cut) {
                // The next look at it opens another one.
            }
        }

        boolean isCut(boolean isReader) {
            try {
                return !channel.isOpen() || (!isReader && channel.read(ByteBuffer.allocate(4_096)) < 0);
            } catch (IOException cut) {
                return true;
            }
        }
    }

    private void post(int atOnce, byte[] body, AtomicBoolean isOver) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        for (int i = 0; i < atOnce; i++) {
            threads.execute(() -> {
                while (!isOver.get()) {
                    try {
                        client.send(
                                request("/api/events", viewer)
                                        .header("Content-Type", "application/x-ndjson")
                                        .header("Content-Encoding", "gzip")
                                        .POST(BodyPublishers.ofByteArray(body))
                                        .build(),
                                BodyHandlers.ofString());
                    } catch (IOException cut) {
                        // The cut is expected.
                    } catch (InterruptedException ended) {
                        return;
                    }
                }
            });
        }
        while (!isOver.get()) {
            Thread.sleep(100);
        }
        threads.shutdownNow();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    /** The viewer of an uploaded fact; each gets fewer than the intake rules allow in a day. */
    private static String honestViewer(int fact) {
        return "honest" + fact / FACTS_OF_A_VIEWER;
    }

    /** Another client sends long bodies meanwhile, again when they are refused; returns how many were accepted. */
    private long upload(AtomicBoolean isOver) throws InterruptedException {
        long taken = 0;
        while (!isOver.get()) {
            int first = acknowledged;
            String lines = IntStream.range(first, first + 1_000)
                    .mapToObj(i -> FloodRequests.event(
                                    "u" + i, "watch", "2026-02-01T00:00:00Z", "\"channel\":\"honest\",\"seconds\":60")
                            .replace("\"flooder\"", "\"" + honestViewer(first) + "\"")
                            .replace("\"flood\"", "\"honest\""))
                    .collect(Collectors.joining("\n"));
            try {
                HttpResponse<String> answer = client.send(
                        request("/api/events", ingest)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(lines))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("\"rejected\":0")) {
                    acknowledged += 1_000;
                    taken++;
                }
            } catch (IOException refused) {
                // It is tried again.
            }
            Thread.sleep(200);
        }
        return taken;
    }

    /** Requests liveness twenty times a second, each time on a new connection; milliseconds, ascending. */
    private double[] measure(Duration length, AtomicBoolean isOver) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < length.toNanos()) {
            long asked = System.nanoTime();
            boolean isAnswered = isLive();
            double took = (System.nanoTime() - asked) / 1e6;
            millis.add(isAnswered ? took : Math.max(took, 10_000));
            Thread.sleep(50);
        }
        isOver.set(true);
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private boolean isLive() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 200");
        } catch (IOException silent) {
            return false;
        }
    }

    /** Whether a statistic is answered soon. */
    private boolean isRecovered() throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_RECOVERY.toNanos()) {
            try {
                HttpRequest read = request("/api/analytics/streak?viewer=" + honestViewer(0), ingest)
                        .timeout(Duration.ofSeconds(2))
                        .build();
                if (client.send(read, BodyHandlers.ofString()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // The request is sent again.
            }
            Thread.sleep(100);
        }
        return false;
    }

    private boolean everythingAcknowledgedIsThere() throws IOException, InterruptedException {
        for (int first = 0; first < acknowledged; first += FACTS_OF_A_VIEWER) {
            int facts = Math.min(FACTS_OF_A_VIEWER, acknowledged - first);
            if (!isThere(honestViewer(first), facts)) {
                return false;
            }
        }
        System.out.println("ok    " + acknowledged + " acknowledged facts of honest viewers are there");
        return true;
    }

    private boolean isThere(String viewer, int facts) throws IOException, InterruptedException {
        String answer = "";
        for (int tries = 0; tries < 60; tries++) {
            HttpRequest read = request("/api/analytics/viewing-time?period=all&viewer=" + viewer, ingest)
                    .build();
            answer = client.send(read, BodyHandlers.ofString()).body();
            if (answer.contains("\"seconds\":" + facts * 60L + ",")) {
                return true;
            }
            Thread.sleep(500);
        }
        System.out.println("FAIL  " + facts + " facts of " + viewer + " were acknowledged, but: " + answer);
        return false;
    }

    private long residentMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) (share * (ascending.length - 1))];
    }
}
