package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.benchmarks.store.BenchDatabase.Cost;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.lifetime.PostgresLifetimeStore;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Recalculation on the real schema, beside what PostgreSQL needs to copy the same rows, and beside plain SQL. */
public final class RecalculateBench {

    private static final int THREADS = 2;
    private static final int RUNS = 5;
    private static final int ONE_OF_A_HUNDRED = 100;
    private static final String AT_MOST = "at most";
    private static final String AT_LEAST = "at least";

    private final Evenings evenings;
    private final BenchDatabase database;
    private final Statistics statistics;
    private final PostgresRankings rankings;
    private final RefreshStatistics refreshStatistics;
    private final PostgresFactLog log;
    private final Limits limits;
    private int evening = Evenings.DAYS;

    private RecalculateBench(Evenings evenings, BenchDatabase database) {
        this.evenings = evenings;
        this.database = database;
        this.statistics = new PostgresStatistics(database.database(), FoldVersion.ofThisRuntime(), THREADS);
        this.rankings = new PostgresRankings(database.database());
        this.refreshStatistics = new RefreshStatistics(statistics, rankings, Evenings::end);
        this.log = new PostgresFactLog(database.database());
        this.limits = new Limits(database);
    }

    /** Runs it: about how many sessions may be given, 1,000,000 otherwise. */
    public static void main(String[] args) throws IOException {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Evenings evenings = new Evenings(sessions);
        try (BenchServer server = BenchServer.start()) {
            BenchDatabase database = server.create("recalculate");
            Loading loading = new Loading(evenings, database);
            long begun = System.nanoTime();
            long rows = loading.load();
            System.out.printf(
                    "%,d sessions of %,d viewers loaded in %.1f s, JDK %s, at most %,d MB of heap%n",
                    rows,
                    evenings.viewers(),
                    (System.nanoTime() - begun) / 1e9,
                    Runtime.version(),
                    Runtime.getRuntime().maxMemory() >> 20);
            loading.compareWithStore(server.create("sample"));
            new RecalculateBench(evenings, database).run(server.folder());
        }
    }

    private void run(Path folder) {
        System.out.printf("%-32s %8s %8s%n", "", "seconds", "of CPU");
        median("COPY out, 1 connection", times(RUNS, () -> limits.copyOut(1)));
        Cost out = median("COPY out, 2 connections", times(RUNS, () -> limits.copyOut(2)));
        forgetPeaks();
        Cost first = keep("first full run", new Selection.All());
        limits.takeResults(folder);
        Cost in = median("COPY in", times(RUNS, () -> limits.copyIn(folder)));
        Cost both =
                new Cost(out.seconds() + in.seconds(), out.cpuSeconds() + in.cpuSeconds(), 0, first.viewersWritten());
        ratio("  to COPY out + COPY in", first, both, AT_MOST, 2);
        Cost forced = again();
        System.out.printf(
                "  peak heap %,d MB of %,d MB%n",
                peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        due(forced);
        Rival rival = new Rival(database);
        Cost theirs = median("rival without titles", times(1, rival::withoutTitles));
        ratio("  to our first full run", theirs, first, AT_LEAST, 5);
        theirs = median("rival with titles", times(1, rival::withTitles));
        ratio("  to our first full run", theirs, first, AT_LEAST, 5);
        rival.compare(
                statistics,
                new PostgresLifetimeStore(database.database(), FoldVersion.ofThisRuntime(), rankings),
                rankings);
    }

    /** Nothing has changed; the limit is measured in turn, for others may use the machine too. */
    private Cost again() {
        List<Cost> again = new ArrayList<>();
        List<Cost> out = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            again.add(keep("forced again", new Selection.All()));
            out.add(database.costOf(() -> limits.copyOut(2)));
        }
        long wal = again.stream().mapToLong(Cost::walBytes).max().orElseThrow();
        number("  most MB of write-ahead log", wal / 1e6, AT_MOST, 1);
        Cost forced = median("forced again", again);
        ratio("  to COPY out", forced, median("COPY out, 2 connections", out), AT_MOST, 1.5);
        return forced;
    }

    private void due(Cost forced) {
        Selection due = new Selection.Due(Evenings.end());
        Cost none = median("not forced, nothing marked", times(RUNS, () -> refreshStatistics.refresh(due)));
        number("  seconds", none.seconds(), AT_MOST, 0.2);
        for (int run = 0; run < RUNS; run++) {
            append(1);
            keep("after one new fact", due);
        }
        List<Cost> some = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            append(evenings.viewers() / ONE_OF_A_HUNDRED);
            some.add(keep("after 1 % of viewers changed", due));
        }
        ratio("  to forced again", median("after 1 % of viewers changed", some), forced, AT_MOST, 0.1);
    }

    /** New sessions for some viewers, one each, on later evenings. */
    private void append(int viewers) {
        List<ParseResult.Parsed> sessions = new ArrayList<>();
        int[] busy = new int[evenings.viewers()];
        while (sessions.size() < viewers) {
            evenings.tell(evening++, session -> {
                if (busy[session.viewer()]++ == 0 && sessions.size() < viewers) {
                    sessions.add(session.read());
                }
            });
        }
        for (int from = 0; from < viewers; from += Loading.BATCH) {
            log.append(sessions.subList(from, Math.min(viewers, from + Loading.BATCH)));
        }
    }

    private Cost keep(String what, Selection selection) {
        List<Statistics.RefreshSummary> summary = new ArrayList<>();
        Cost cost = database.costOf(() -> summary.add(refreshStatistics.refresh(selection)));
        System.out.printf(
                "%-32s %8.3f %8.2f   %.3f MB of log, %,d rows of viewers written, %s%n",
                what, cost.seconds(), cost.cpuSeconds(), cost.walBytes() / 1e6, cost.viewersWritten(), summary.get(0));
        return cost;
    }

    private List<Cost> times(int count, Runnable work) {
        return Stream.generate(() -> database.costOf(work)).limit(count).toList();
    }

    private static Cost median(String what, List<Cost> costs) {
        Cost median = costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds))
                .toList()
                .get(costs.size() / 2);
        System.out.printf("%-32s %8.3f %8.2f%n", what + ", median", median.seconds(), median.cpuSeconds());
        return median;
    }

    private static void ratio(String what, Cost one, Cost other, String bound, double goal) {
        System.out.printf("%-32s %8s %8.2f%n", what + ", by CPU", "", one.cpuSeconds() / other.cpuSeconds());
        number(what, one.seconds() / other.seconds(), bound, goal);
    }

    private static void number(String what, double number, String bound, double goal) {
        boolean isMet = bound.equals(AT_LEAST) ? number >= goal : number <= goal;
        System.out.printf("%-32s %8.2f   goal: %s %s: %s%n", what, number, bound, goal, isMet ? "met" : "MISSED");
    }

    private static void forgetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The sum of the peaks of every part of the heap, garbage and all; they need not have been at one time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
