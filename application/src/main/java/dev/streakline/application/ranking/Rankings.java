package dev.streakline.application.ranking;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standings of every channel and of the deployment. Whenever statistics are kept, the populations in which a viewer's
 * value is another than before wait to be ranked. Safe for several threads and processes at once.
 */
public interface Rankings {

    /**
     * Ranks populations: each in one transaction with what it takes off the list of those that wait, so that a change that
     * is committed meanwhile waits on. A population whose changed viewers are merged in is the same, byte for byte, as one
     * that is ranked anew. Viewers who have opted out are in none, as if they were not there.
     *
     * @param now what the rankings are as of; at microseconds
     * @return how many populations were ranked
     */
    int rank(RankingScope scope, Instant now);

    /** A population as it was last ranked; empty when it never was. */
    Optional<Ranking> find(Population population);

    /** By which key standings know a viewer; empty for one of whom nothing is known. */
    Optional<Long> key(ViewerId viewer);

    /** Who the viewers with these keys are; without those of whom nothing is known any more. */
    Map<Long, RankedProfile> profilesOf(Collection<Long> viewers);

    /**
     * Who somebody is.
     *
     * @param name what he is called; absent when he has not said so
     */
    record RankedProfile(ViewerId viewer, @Nullable String name) {}
}
