package dev.streakline.persistence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarBytesTest {

    private static byte[] written(ActivityCalendar days) {
        Bytes out = new Bytes();
        CalendarBytes.write(out, days);
        return out.toArray();
    }

    private static ActivityCalendar days(int... days) {
        ActivityCalendar.Builder builder = new ActivityCalendar.Builder();
        IntStream.of(days).forEach(builder::add);
        return builder.build();
    }

    @Test
    void no_days_are_one_byte() {
        assertThat(written(ActivityCalendar.EMPTY)).containsExactly(0);
        assertThat(CalendarBytes.read(ByteBuffer.wrap(new byte[] {0}))).isEqualTo(ActivityCalendar.EMPTY);
    }

    @Test
    void a_day_a_year_and_every_day_are_runs_of_a_few_bytes() {
        assertThat(written(days(0, 365, 730, 1_095))).hasSizeLessThan(15);
        assertThat(written(ActivityCalendar.rangeClosed(18_000, 21_000))).hasSizeLessThan(8);
    }

    @Test
    void every_second_day_is_a_bit_a_day() {
        int[] everySecond = IntStream.range(0, 500).map(i -> 18_000 + 2 * i).toArray();
        assertThat(written(days(everySecond))).hasSizeLessThan(1_000 / 8 + 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.5, 0.95, 0.999})
    void what_was_written_reads_the_same_and_no_further(double density) {
        SplittableRandom random = new SplittableRandom(Double.hashCode(density));
        for (int round = 0; round < 200; round++) {
            int first = random.nextInt(-30_000, 30_000);
            int[] chosen = IntStream.range(first, first + random.nextInt(1, 3_000))
                    .filter(day -> random.nextDouble() < density)
                    .toArray();
            Bytes out = new Bytes();
            CalendarBytes.write(out, days(chosen));
            out.writeUnsigned(42);
            ByteBuffer in = ByteBuffer.wrap(out.toArray());
            assertThat(CalendarBytes.read(in)).isEqualTo(days(chosen));
            assertThat(in.get()).isEqualTo((byte) 42);
        }
    }

    @Test
    void the_ends_of_time_are_days_like_others() {
        ActivityCalendar ends = days(-25_567, 2_932_896);
        assertThat(CalendarBytes.read(ByteBuffer.wrap(written(ends)))).isEqualTo(ends);
    }
}
