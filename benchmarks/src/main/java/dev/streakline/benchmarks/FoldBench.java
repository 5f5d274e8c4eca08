package dev.streakline.benchmarks;

import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The fold from facts in memory beside DuckDB, which computes totals, days and longest streaks from its own table. Both
 * run in one process, with one thread and with two, and give the same result for every viewer. Ours computes milestones
 * besides, and once more with the stored data of each viewer's channels.
 */
public final class FoldBench {

    private static final int RUNS = 5;
    private static final String RIVAL = """
            with days as (
              select viewer, began // 86400000000 as day, count(*) as n, sum(seconds) as s from session group by all),
            islands as (
              select viewer, n, s, day - row_number() over (partition by viewer order by day) as island from days),
            runs as (select viewer, island, count(*) as length, sum(n) as n, sum(s) as s from islands group by all)
            select count(*), sum(viewer * (cast(n as hugeint) + s + days * 7 + longest * 13)) from (
              select viewer, sum(n) as n, sum(s) as s, sum(length) as days, max(length) as longest
              from runs group by viewer)
            """;

    private FoldBench() {}

    /** Runs it: sessions and viewers may be given, 10,000,000 and 200,000 otherwise. */
    public static void main(String[] args) throws Exception {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int viewers = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
        Path table = Files.createTempFile("sessions", ".csv");
        try (Connection rival = DriverManager.getConnection("jdbc:duckdb:")) {
            Workload workload = workload(sessions, viewers, table);
            try (Statement sql = rival.createStatement()) {
                sql.execute("create table session(viewer integer, began bigint, seconds integer)");
                sql.execute("copy session from '" + table + "' (header false)");
            }
            System.out.printf("%,d sessions of %,d viewers, JDK %s%n", sessions, viewers, Runtime.version());
            for (int threads : new int[] {1, 2}) {
                long ours = median("fold, " + threads + " threads", () -> fold(workload, threads, Fold::of));
                median(
                        "  and channels",
                        () -> fold(
                                workload,
                                threads,
                                (fold, history) -> fold.withChannels(history).viewer()));
                long theirs = median("DuckDB, " + threads + " threads", () -> query(rival, threads));
                System.out.printf("ratio with %d threads: %.1f x%n%n", threads, (double) theirs / ours);
            }
        } finally {
            Files.delete(table);
        }
    }

    private static Workload workload(int sessions, int viewers, Path table) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(table)) {
            return Workload.of(sessions, viewers, (viewer, at, seconds) -> {
                try {
                    csv.write(viewer + "," + at + "," + seconds + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static long median(String name, Callable<String> work) throws Exception {
        String result = work.call();
        long[] nanos = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            if (!work.call().equals(result)) {
                throw new IllegalStateException(name + " answers differently each time");
            }
            nanos[run] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf("%-22s %6d ms   result %s%n", name, nanos[RUNS / 2] / 1_000_000, result);
        return nanos[RUNS / 2];
    }

    /** What of a fold is wanted. */
    @FunctionalInterface
    private interface Folding {
        ViewerStatistics of(Fold fold, ViewerHistory history);
    }

    private static String fold(Workload workload, int threads, Folding folding) throws InterruptedException {
        int viewers = workload.starts().length - 1;
        long[][] sums = new long[threads][2];
        int[] borders = borders(workload, threads);
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int mine = t;
            Thread worker = new Thread(() -> fold(workload, borders[mine], borders[mine + 1], folding, sums[mine]));
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        long sum = Arrays.stream(sums).mapToLong(each -> each[0]).sum();
        long folded = Arrays.stream(sums).mapToLong(each -> each[1]).sum();
        return folded + " of " + viewers + " viewers, checksum " + sum;
    }

    /** Viewers split so that each thread has as many sessions. */
    private static int[] borders(Workload workload, int threads) {
        int[] starts = workload.starts();
        int[] borders = new int[threads + 1];
        for (int t = 1; t <= threads; t++) {
            long rows = (long) workload.facts().size() * t / threads;
            int found = Arrays.binarySearch(starts, (int) rows);
            borders[t] = t == threads ? starts.length - 1 : found >= 0 ? found : -found - 1;
        }
        return borders;
    }

    private static void fold(Workload workload, int first, int end, Folding folding, long[] sum) {
        Fold fold = new Fold(workload.titles(), Policies.DEFAULT);
        for (int viewer = first; viewer < end; viewer++) {
            ViewerHistory history = new ViewerHistory(
                    workload.facts(),
                    workload.starts()[viewer],
                    workload.starts()[viewer + 1],
                    ZoneTimeline.UTC,
                    List.of());
            ViewerStatistics statistics = folding.of(fold, history);
            int longest = statistics.streaks().longest().map(Run::length).orElse(0);
            sum[0] += viewer
                    * (statistics.totals().plays()
                            + statistics.totals().seconds()
                            + statistics.watched().size() * 7L
                            + longest * 13L);
            sum[1] += longest > 0 ? 1 : 0;
        }
    }

    private static String query(Connection rival, int threads) throws SQLException {
        try (Statement sql = rival.createStatement()) {
            sql.execute("set threads to " + threads);
            try (ResultSet answer = sql.executeQuery(RIVAL)) {
                answer.next();
                long viewers = answer.getLong(1);
                return viewers + " of " + viewers + " viewers, checksum " + answer.getString(2);
            }
        }
    }
}
