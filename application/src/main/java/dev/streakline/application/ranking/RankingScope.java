package dev.streakline.application.ranking;

import java.time.Duration;
import java.time.LocalDate;

/** Which populations to rank. */
public sealed interface RankingScope {

    /**
     * Those with changed viewers, but none that was ranked less ago than {@link #MIN_INTERVAL}, or than {@link #COOLDOWN_FACTOR} times
     * as long as its last ranking took.
     */
    record Paced() implements RankingScope {}

    /** Those with changed viewers. */
    record Changed() implements RankingScope {}

    /** One, anew from the values of all its viewers. */
    record OnePopulation(Population population) implements RankingScope {}

    /**
     * Every one that was not ranked anew on this day or later, anew; and who has risen since the night before is recorded.
     * Several may do this at once, and one that is interrupted is gone on with by whoever comes next.
     *
     * @param day in UTC
     */
    record Nightly(LocalDate day) implements RankingScope {}

    /** How long a population rests at least. */
    Duration MIN_INTERVAL = Duration.ofSeconds(1);

    /** How many times as long as ranking it took a population rests. */
    int COOLDOWN_FACTOR = 20;
}
