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
     * Those with changed viewers, but none that was ranked less ago than {@link #MIN_INTERVAL}, or than {@link #COOLDOWN_FACTOR} times
     * as long as its last ranking took.
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

    /** How many times as long as its last ranking took a population is in cool-down. */
    int COOLDOWN_FACTOR = 20;

    /** When the cool-down of a population ends that was ranked at an instant, and whose ranking took so long. */
    static Instant cooldownUntil(Instant rankedAt, Duration work) {
        Duration cooldown = work.multipliedBy(COOLDOWN_FACTOR);
        return rankedAt.plus(cooldown.compareTo(MIN_INTERVAL) < 0 ? MIN_INTERVAL : cooldown);
    }

    /** Whether the changed viewers are merged into the ranking before, where there is one; else it is rebuilt from all values. */
    default boolean isMerge() {
        return this instanceof Paced || this instanceof Changed;
    }

    /** Whether populations in cool-down are left out. */
    default boolean isPaced() {
        return this instanceof Paced;
    }

    /** Whether it sets a new baseline, and what has risen above the one before is announced. */
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
