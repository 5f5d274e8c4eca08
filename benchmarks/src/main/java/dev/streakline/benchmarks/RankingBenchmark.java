package dev.streakline.benchmarks;

import dev.streakline.domain.ranking.Standings;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The standings of a million viewers, rebuilt from scratch and after 1 % have moved, beside the sort of their values
 * alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RankingBenchmark {

    private static final int VIEWERS = 1_000_000;
    private static final int MOVED = VIEWERS / 100;
    private static final int THREE_YEARS = 3 * 365 * 86_400;

    private long[] viewers = new long[0];
    private long[] values = new long[0];
    private long[] moved = new long[0];
    private long[] movedValues = new long[0];
    private Standings standings = Standings.EMPTY;

    /** Makes the population: watched seconds with a heavy tail. */
    @Setup
    public void gather() {
        SplittableRandom random = new SplittableRandom(1);
        viewers = new long[VIEWERS];
        values = new long[VIEWERS];
        for (int i = 0; i < VIEWERS; i++) {
            viewers[i] = 3L * i + 1;
            values[i] = watched(random);
        }
        moved = new long[MOVED];
        movedValues = new long[MOVED];
        for (int i = 0; i < MOVED; i++) {
            moved[i] = viewers[i * 100];
            movedValues[i] = watched(random);
        }
        standings = Standings.of(viewers, values);
    }

    private static long watched(SplittableRandom random) {
        return 1 + (long) (THREE_YEARS * Math.pow(random.nextDouble(), 4));
    }

    /** Ours. */
    @Benchmark
    public Standings rebuild() {
        return Standings.of(viewers, values);
    }

    /** Ours, when 10,000 have moved. */
    @Benchmark
    public Standings merge() {
        return standings.withUpdates(moved, movedValues);
    }

    /** The limit: values without viewers. */
    @Benchmark
    public long[] sortOfValues() {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
