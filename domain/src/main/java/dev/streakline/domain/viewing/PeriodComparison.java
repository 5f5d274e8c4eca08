package dev.streakline.domain.viewing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A window compared with the same elapsed part of the one before (section 5).
 *
 * @param previousSeconds counted seconds of that part
 * @param changeSeconds this window's seconds minus those
 * @param changePercent the change in percent of those, two decimals, half away from zero; absent when they are 0, also
 *     when both are (detail 76)
 */
public record PeriodComparison(
        long previousSeconds, long changeSeconds, @Nullable BigDecimal changePercent) {

    /** Example: 150 s against 100 s is +50 s and 50.00 percent. */
    static PeriodComparison of(long seconds, long previousSeconds) {
        long change = Math.subtractExact(seconds, previousSeconds);
        return new PeriodComparison(
                previousSeconds,
                change,
                previousSeconds == 0
                        ? null
                        : BigDecimal.valueOf(change)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(previousSeconds), 2, RoundingMode.HALF_UP));
    }
}
