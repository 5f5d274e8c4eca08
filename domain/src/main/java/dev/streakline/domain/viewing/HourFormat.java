package dev.streakline.domain.viewing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds as people read them. */
public final class HourFormat {

    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

    private HourFormat() {}

    /** Seconds ÷ 3600 to two decimals, half up. Only for showing: sums are made of seconds. Example: 18 s are 0.01 h. */
    public static BigDecimal ofSeconds(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS, 2, RoundingMode.HALF_UP);
    }
}
