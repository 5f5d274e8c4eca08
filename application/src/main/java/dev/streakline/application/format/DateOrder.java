package dev.streakline.application.format;

import java.util.Arrays;
import java.util.Optional;

/** In which order local dates such as {@code 03/04/21} name day, month and year. */
public enum DateOrder {
    /** As in most of Europe and South America. */
    DAY_MONTH_YEAR("dmy", "day/month/year"),
    /** As in American English. */
    MONTH_DAY_YEAR("mdy", "month/day/year"),
    /** As in East Asia, Hungary, Lithuania and Sweden. */
    YEAR_MONTH_DAY("ymd", "year/month/day");

    private final String code;
    private final String label;

    DateOrder(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The order with that code; empty for any other text. */
    public static Optional<DateOrder> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** For programs: {@code dmy}. */
    public String code() {
        return code;
    }

    /** For people: {@code day/month/year}. */
    public String label() {
        return label;
    }
}
