package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.benchmarks.store.BenchDatabase.Cost;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Taking facts in, a thousand to a transaction, beside PostgreSQL's bare COPY of the same rows into the same tables. */
public final class IngestBench {

    private static final int[] SENDERS = {1, 2, 4};
    private static final double GOAL = 0.5;

    private final Batches batches;
    private final BenchDatabase database;
    private final PostgresFactLog log;
    private final RefreshStatistics refreshStatistics;

    private IngestBench(Evenings evenings, BenchDatabase database) {
        this.batches = new Batches(evenings);
        this.database = database;
        this.log = new PostgresFactLog(database.database());
        this.refreshStatistics = new RefreshStatistics(
                new PostgresStatistics(database.database(), FoldVersion.ofThisRuntime(), 1),
                new PostgresRankings(database.database()),
                Evenings::end);
    }

    /** Runs it: about how many sessions are there before may be given, 1,000,000 otherwise. */
    public static void main(String[] args) throws IOException {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Evenings evenings = new Evenings(sessions);
        try (BenchServer server = BenchServer.start()) {
            BenchDatabase database = server.create("ingest");
            BenchDatabase limit = server.create("copied");
            long rows = new Loading(evenings, database).load();
            new Loading(evenings, limit).load();
            System.out.printf("%,d sessions are there, JDK %s%n", rows, Runtime.version());
            new IngestBench(evenings, database).run(limit);
        }
    }

    private void run(BenchDatabase limit) {
        System.out.printf("folding whom the load has marked takes %.1f s%n", fold());
        append(facts(batches.next()), 1, IngestResult.accepted());
        System.out.printf("%-32s %10s %15s%n", "", "rows/s", "us of CPU a row");
        for (int senders : SENDERS) {
            List<List<Evenings.Session>> sessions = batches.next();
            List<List<ParseResult.Parsed>> facts = facts(sessions);
            Cost copied = copy(limit, sessions);
            ratio(
                    copied,
                    cost("append, " + senders + " senders", () -> append(facts, senders, IngestResult.accepted())));
            ratio(copied, cost("the same again", () -> append(facts, senders, IngestResult.duplicate())));
        }
        fold();
        for (int senders : SENDERS) {
            List<List<Evenings.Session>> sessions = batches.next();
            List<List<ParseResult.Parsed>> facts = facts(sessions);
            Cost copied = copy(limit, sessions);
            Folding folding = new Folding();
            ratio(
                    copied,
                    cost(
                            "append, " + senders + " senders, folding",
                            () -> append(facts, senders, IngestResult.accepted())));
            System.out.printf("  the last mark is folded after another %.2f s%n", folding.end());
        }
    }

    private static List<List<ParseResult.Parsed>> facts(List<List<Evenings.Session>> batches) {
        return batches.stream()
                .map(batch -> batch.stream().map(Evenings.Session::read).toList())
                .toList();
    }

    private Cost copy(BenchDatabase limit, List<List<Evenings.Session>> batches) {
        List<byte[]> rows = Batches.rows(batches);
        return cost("COPY, 1 connection", () -> Batches.copy(limit, rows));
    }

    private void append(List<List<ParseResult.Parsed>> facts, int senders, IngestResult expected) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger asExpected = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            Thread sender = new Thread(() -> {
                for (int batch = next.getAndIncrement(); batch < Batches.COUNT; batch = next.getAndIncrement()) {
                    List<IngestResult> results = log.append(facts.get(batch));
                    asExpected.addAndGet(
                            (int) results.stream().filter(expected::equals).count());
                }
            });
            sender.start();
            threads.add(sender);
        }
        threads.forEach(Limits::join);
        if (asExpected.get() != Batches.ROWS) {
            throw new IllegalStateException(asExpected + " facts were " + expected);
        }
    }

    private double fold() {
        long begun = System.nanoTime();
        refreshStatistics.refresh(new Selection.Due(Evenings.end()));
        return (System.nanoTime() - begun) / 1e9;
    }

    private Cost cost(String what, Runnable work) {
        Cost cost = database.costOf(work);
        int rows = Batches.ROWS;
        System.out.printf("%-32s %,10.0f %15.1f%n", what, rows / cost.seconds(), cost.cpuSeconds() * 1e6 / rows);
        return cost;
    }

    private static void ratio(Cost copied, Cost appended) {
        double ratio = copied.seconds() / appended.seconds();
        System.out.printf("  to COPY %35.2f   goal: at least %s: %s%n", ratio, GOAL, ratio >= GOAL ? "met" : "MISSED");
    }

    /** Folds the marked viewers again and again while facts arrive. */
    private final class Folding {

        private final Thread folder = new Thread(this::run);
        private volatile boolean isToEnd;

        Folding() {
            folder.start();
        }

        private void run() {
            boolean isLast;
            do {
                isLast = isToEnd;
                fold();
            } while (!isLast);
        }

        /** The seconds until every mark is folded. */
        double end() {
            long begun = System.nanoTime();
            isToEnd = true;
            Limits.join(folder);
            if (database.number("select count(*) from mark") > 0) {
                throw new IllegalStateException("there are marks left");
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
