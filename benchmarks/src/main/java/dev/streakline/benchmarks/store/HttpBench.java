package dev.streakline.benchmarks.store;

import dev.streakline.application.access.Role;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.benchmarks.store.BenchDatabase.Cost;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/** The service over HTTP: facts in beside COPY, streaks out beside a row by its key, and how soon it is there. */
public final class HttpBench {

    private static final int ROUNDS = 5;
    /** A service runs for days; without these the compiler is still at work in the rounds. */
    private static final int WARM_UPS = 4;

    private static final int SENDERS = 4;
    private static final int MOST_VIEWERS = 5_000;
    private static final String STREAK = "/api/analytics/streak";
    private static final String LIFETIME = "/api/viewer/me/channels/*/lifetime-stats";
    private static final List<String> ROUTES = List.of(BenchService.CONSTANT, BenchService.ROW, STREAK, LIFETIME);

    private final BenchServer server;
    private final BenchDatabase database;
    private final BenchDatabase asked;
    private final Evenings evenings;

    private HttpBench(BenchServer server, BenchDatabase database, Evenings evenings) {
        this.server = server;
        this.database = database;
        this.asked = server.open("http", BenchService.CONNECTIONS);
        this.evenings = evenings;
    }

    /**
     * Runs the benchmark. Optional arguments: the approximate number of sessions stored before (200,000), the seconds
     * of requests to each route in each round (5), and the command whose start is measured ({@code ./streakline}).
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path program = Path.of(args.length > 2 ? args[2] : "./streakline");
        Evenings evenings = new Evenings(sessions);
        try (BenchServer server = BenchServer.start()) {
            BenchDatabase database = server.create("http");
            BenchDatabase limit = server.create("copied");
            long rows = new Loading(evenings, database).load();
            new Loading(evenings, limit).load();
            System.out.printf(
                    "%,d sessions of %,d viewers are there, JDK %s%n", rows, evenings.viewers(), Runtime.version());
            HttpBench bench = new HttpBench(server, database, evenings);
            bench.answers(Duration.ofSeconds(seconds));
            bench.ingest(limit);
        }
        new StartBench(program).run();
    }

    /** A clock that continues from an instant, and a store that is folded up to it. */
    private Clock clockFrom(Instant instant) {
        Clock system = Clock.systemUTC();
        Clock clock = Clock.offset(system, Duration.between(system.instant(), instant));
        new RefreshStatistics(
                        new PostgresStatistics(database.database(), FoldVersion.ofThisRuntime(), 2),
                        new PostgresRankings(database.database()),
                        clock)
                .refresh(new Selection.Due(clock.instant()));
        return clock;
    }

    /**
     * What a second of one route gave.
     *
     * @param micros of processor time an answer, of the service and the database
     * @param databaseMicros the database's part of that
     * @param callers their part of the processor time
     */
    private record Rate(double perSecond, double micros, double databaseMicros, double callers) {}

    private void answers(Duration duration) throws IOException {
        System.out.printf("%nGET over %d connections, %,d viewers%n", BenchService.CONNECTIONS, viewers());
        System.out.printf(
                "%-32s %10s %15s %16s %13s%n", "", "a second", "us of CPU each", "of the database", "callers' CPU");
        try (BenchService service = BenchService.start(server, database, asked, clockFrom(Evenings.end()));
                Callers callers = new Callers(service.port(), BenchService.CONNECTIONS)) {
            List<List<byte[]>> requests =
                    ROUTES.stream().map(route -> requests(service, route)).toList();
            List<List<Rate>> rates = new ArrayList<>();
            for (int i = 0; i < ROUTES.size(); i++) {
                rate(callers, requests.get(i), duration.multipliedBy(3));
                rates.add(new ArrayList<>());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < ROUTES.size(); i++) {
                    rates.get(i).add(rate(callers, requests.get(i), duration));
                }
            }
            for (int i = 0; i < ROUTES.size(); i++) {
                System.out.printf(
                        "%-32s %,10.0f %15.1f %16.1f %12.0f%%%n",
                        ROUTES.get(i),
                        median(rates.get(i), Rate::perSecond),
                        median(rates.get(i), Rate::micros),
                        median(rates.get(i), Rate::databaseMicros),
                        100 * median(rates.get(i), Rate::callers));
            }
            compare("  streak to the row by its key", rates.get(2), rates.get(1), 0.75);
            compare("  streak to the constant", rates.get(2), rates.get(0), 0);
            compare("  lifetime to the row by its key", rates.get(3), rates.get(1), 0.75);
        }
    }

    private int viewers() {
        return Math.min(MOST_VIEWERS, evenings.viewers());
    }

    /** Each viewer of a sample with a token of their own. */
    private List<byte[]> requests(BenchService service, String route) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < viewers(); i++) {
            int viewer = (int) ((long) i * evenings.viewers() / viewers());
            String path = route.equals(BenchService.ROW)
                    ? route + "?key=" + (viewer + 1)
                    : route.replace("*", Evenings.channelName(Evenings.favourite(viewer, 0)));
            String token = service.token(Evenings.viewerName(viewer), Role.VIEWER);
            requests.add(Callers.request("GET", path, token, ""));
        }
        return requests;
    }

    private Rate rate(Callers callers, List<byte[]> requests, Duration duration) {
        double before = cpuOfThisProcess();
        Cost cost = database.costOf(() -> callers.call(again(requests, System.nanoTime() + duration.toNanos()), "{"));
        double process = cpuOfThisProcess() - before;
        double ours = cost.cpuSeconds() - callers.cpuSeconds();
        return new Rate(
                callers.answers() / cost.seconds(),
                ours * 1e6 / callers.answers(),
                (cost.cpuSeconds() - process) * 1e6 / callers.answers(),
                callers.cpuSeconds() / cost.cpuSeconds());
    }

    private static double cpuOfThisProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static Iterator<byte[]> again(List<byte[]> requests, long end) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return System.nanoTime() < end;
            }

            @Override
            public byte[] next() {
                return requests.get(next++ % requests.size());
            }
        };
    }

    /** Round by round, for others may use the machine too. */
    private static void compare(String what, List<Rate> ours, List<Rate> theirs, double goal) {
        List<double[]> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            Rate our = ours.get(round);
            Rate their = theirs.get(round);
            ratios.add(new double[] {our.perSecond() / their.perSecond(), their.micros() / our.micros()});
        }
        System.out.printf("%-32s %10s %15.2f%n", what + ", by CPU", "", median(ratios, ratio -> ratio[1]));
        ratio(what, median(ratios, ratio -> ratio[0]), goal);
    }

    private static void ratio(String what, double ratio, double goal) {
        String verdict = goal == 0 ? "" : "   goal: at least " + goal + ": " + (ratio >= goal ? "met" : "MISSED");
        System.out.printf("%-32s %10.2f%s%n", what, ratio, verdict);
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> number) {
        return values.stream().mapToDouble(number).sorted().toArray()[values.size() / 2];
    }

    private void ingest(BenchDatabase limit) throws IOException {
        System.out.printf(
                "%nPOST of %d events, %d in flight, folding on%n%-32s %10s %15s%n",
                Loading.BATCH, SENDERS, "", "rows/s", "us of CPU a row");
        Batches batches = new Batches(evenings);
        // After every evening that is sent, since no fact may lie ahead.
        Clock clock = clockFrom(Evenings.end().plus(Duration.ofDays(36_500)));
        try (BenchService service = BenchService.start(server, database, asked, clock);
                Callers callers = new Callers(service.port(), SENDERS)) {
            String token = service.token("platform", Role.INGEST);
            for (int round = 0; round < WARM_UPS; round++) {
                callers.call(requests(batches.next(), token).iterator(), ",\"accepted\":1000,");
                awaitFolds();
            }
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<List<Evenings.Session>> sessions = batches.next();
                List<byte[]> rows = Batches.rows(sessions);
                List<byte[]> requests = requests(sessions, token);
                Cost copied = cost("COPY, 1 connection", () -> Batches.copy(limit, rows));
                Cost sent = cost("POST", () -> callers.call(requests.iterator(), ",\"accepted\":1000,"));
                System.out.printf("  callers' CPU %29.0f%%%n", 100 * callers.cpuSeconds() / sent.cpuSeconds());
                System.out.printf("  the last mark is folded after another %.2f s%n", awaitFolds());
                ratios.add(copied.seconds() / sent.seconds());
            }
            ratio("  POST to COPY, median", median(ratios, ratio -> ratio), 0.5);
        }
    }

    private Cost cost(String what, Runnable work) {
        Cost cost = database.costOf(work);
        System.out.printf(
                "%-32s %,10.0f %15.1f%n", what, Batches.ROWS / cost.seconds(), cost.cpuSeconds() * 1e6 / Batches.ROWS);
        return cost;
    }

    private double awaitFolds() {
        long begun = System.nanoTime();
        while (database.number("select count(*) from mark") > 0) {
            LockSupport.parkNanos(20_000_000);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static List<byte[]> requests(List<List<Evenings.Session>> batches, String token) {
        return batches.stream()
                .map(batch -> Callers.request("POST", "/api/events", token, json(batch)))
                .toList();
    }

    private static String json(List<Evenings.Session> batch) {
        List<String> events = batch.stream()
                .map(session -> String.format(
                        Locale.ROOT,
                        """
                        {"specversion":"1.0","type":"streakline.watch.v1","source":"%s","id":"%s","subject":"%s","time":"%s",\
                        "data":{"title":"%s","channel":"%s","seconds":%d,"platform":"%s"}}""",
                        Evenings.SOURCE,
                        session.id(),
                        Evenings.viewerName(session.viewer()),
                        dev.streakline.domain.calendar.EpochMicros.toInstant(session.at()),
                        Evenings.titleName(session.title()),
                        Evenings.channelName(session.channel()),
                        session.seconds(),
                        Evenings.PLATFORMS.get(session.platform())))
                .toList();
        return "[" + String.join(",", events) + "]";
    }
}
