package dev.streakline.application.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Which populations to rank. */
public sealed interface RankingScope {

    /** The result of the case that applies. */
    <R> R match(Cases<R> cases);

    /** One case for each scope. */
    interface Cases<R> {

        /** Populations with changed viewers that are not in cool-down. */
        R paced(Paced scope);

        /** Populations with changed viewers. */
        R changed(Changed scope);

        /** One population. */
        R onePopulation(OnePopulation scope);

        /** Populations that were not rebuilt on a day. */
        R nightly(Nightly scope);
    }

    /**
     * The populations with changed viewers that are not in cool-down. The cool-down is {@link #MIN_INTERVAL}, or
     * {@link #COOLDOWN_FACTOR} times the duration of the last ranking if that is longer.
     */
    record Paced() implements RankingScope {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.paced(this);
        }
    }

    /** The populations with changed viewers. */
    record Changed() implements RankingScope {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /** One population, rebuilt from the values of all its viewers. */
    record OnePopulation(Population population) implements RankingScope {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onePopulation(this);
        }
    }

    /**
     * All populations not yet rebuilt on this day or later, each rebuilt from scratch. Records the rises since the
     * previous nightly ranking. Several processes may do this at once; after an interruption, any later call continues.
     *
     * @param day in UTC
     */
    record Nightly(LocalDate day) implements RankingScope {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nightly(this);
        }
    }

    /** The shortest time between two rankings of a population by {@link Paced}. */
    Duration MIN_INTERVAL = Duration.ofSeconds(1);

    /** The cool-down of a population as a multiple of the duration of its last ranking. */
    int COOLDOWN_FACTOR = 20;

    /** The end of the cool-down of a population, from the instant and the duration of its ranking. */
    static Instant cooldownUntil(Instant rankedAt, Duration work) {
        Duration cooldown = work.multipliedBy(COOLDOWN_FACTOR);
        return rankedAt.plus(cooldown.compareTo(MIN_INTERVAL) < 0 ? MIN_INTERVAL : cooldown);
    }

    /**
     * Whether changed viewers are merged into the previous ranking, if any; otherwise it is rebuilt from all values.
     */
    default boolean isMerge() {
        return this instanceof Paced || this instanceof Changed;
    }

    /** Whether populations in cool-down are left out. */
    default boolean isPaced() {
        return this instanceof Paced;
    }

    /** Whether it sets a new baseline and announces rises above the previous one. */
    default boolean isNightly() {
        return this instanceof Nightly;
    }

    /**
     * The day in UTC on which a population was last rebuilt, once it is ranked.
     *
     * @param before that day before; absent for a population that was never ranked
     */
    default LocalDate rebuiltOn(@Nullable LocalDate before, Instant now) {
        if (before != null && isMerge()) {
            return before;
        }
        return this instanceof Nightly nightly ? nightly.day() : LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * The baseline for the next nightly ranking, after a population is ranked.
     *
     * @param before the previous baseline; absent before the first nightly ranking
     * @param ranked the new ranking of the population
     */
    default <T> @Nullable T baseline(@Nullable T before, T ranked) {
        return isNightly() ? ranked : before;
    }
}
