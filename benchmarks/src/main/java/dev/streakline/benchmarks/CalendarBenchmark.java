package dev.streakline.benchmarks;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Longest and current streak of ten years, beside the sum of as many words with the same bits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CalendarBenchmark {

    private static final int DAYS = 3_652;
    private static final int FIRST = 16_384;

    /** The viewer's pattern: every third day by chance, most days by chance, or in long runs with gaps. */
    @Param({"random30", "random70", "habitual"})
    public String life = "random30";

    private ActivityCalendar calendar = ActivityCalendar.EMPTY;
    private long[] words = new long[0];

    /** Makes the calendar. */
    @Setup
    public void live() {
        Random random = new Random(1);
        ActivityCalendar.Builder days = new ActivityCalendar.Builder();
        words = new long[(DAYS + 63) / 64];
        for (int day = 0, run = 0; day < DAYS; day++, run--) {
            boolean watches;
            if (life.equals("habitual")) {
                run = run < -3 ? 20 + random.nextInt(40) : run;
                watches = run > 0;
            } else {
                watches = random.nextInt(100) < (life.equals("random30") ? 30 : 70);
            }
            if (watches) {
                days.add(FIRST + day);
                words[day >> 6] |= 1L << day;
            }
        }
        calendar = days.build();
    }

    /** Ours. */
    @Benchmark
    public int longestAndCurrent() {
        return calendar.longestRun().orElseThrow().length()
                + calendar.runEndingAt(calendar.last(), ActivityCalendar.EMPTY)
                        .orElseThrow()
                        .length();
    }

    /** The limit: every word is read once. */
    @Benchmark
    public long sumOfWords() {
        long sum = 0;
        for (long word : words) {
            sum += word;
        }
        return sum;
    }
}
