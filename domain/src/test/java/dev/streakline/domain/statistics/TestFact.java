package dev.streakline.domain.statistics;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as people would write it down: the values of the columns, without columns. One without a kind of interaction
 * is a watch.
 */
public record TestFact(
        int id,
        @Nullable Instant time,
        @Nullable LocalDate date,
        int title,
        @Nullable Integer seconds,
        long from,
        long to,
        Completed completed,
        int channel,
        int platform,
        int session,
        @Nullable InteractionKind interaction,
        int bits) {

    /** Appends an interaction of which only the instant matters. */
    public static void chat(FactColumns facts, long at) {
        facts.interaction(at, NameIndex.NONE, InteractionKind.CHAT, 0);
    }

    /** The same once more, as another fact. */
    TestFact again(int otherId) {
        return new TestFact(
                otherId,
                time,
                date,
                title,
                seconds,
                from,
                to,
                completed,
                channel,
                platform,
                session,
                interaction,
                bits);
    }

    boolean isWatch() {
        return interaction == null;
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
