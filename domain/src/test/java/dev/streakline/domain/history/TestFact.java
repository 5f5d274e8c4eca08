package dev.streakline.domain.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact as people would write it down: what the columns hold, without columns. */
record TestFact(
        int id,
        @Nullable Instant time,
        @Nullable LocalDate date,
        int title,
        @Nullable Integer seconds,
        long from,
        long to,
        Completed completed,
        int platform,
        int session,
        Kind kind) {

    enum Kind {
        WATCH,
        INTERACTION
    }

    boolean isWatch() {
        return kind == Kind.WATCH;
    }

    boolean hasRange() {
        return to > from;
    }

    /** The stated seconds, else those of the range; absent when unknown. */
    @Nullable
    Integer length() {
        return seconds != null ? seconds : hasRange() ? Integer.valueOf((int) (to - from)) : null;
    }
}
