package dev.streakline.application.ranking;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standings of every channel and of the deployment. When statistics are stored with a changed value, the viewer's
 * populations become pending for ranking. Safe for use by several threads and processes.
 */
public interface Rankings {

    /**
     * Ranks populations. Each is ranked in one transaction that also removes its pending changes, so a change committed
     * meanwhile stays pending. Merging changed viewers into a population gives the same bytes as ranking it from
     * scratch. Viewers who have opted out are in none.
     *
     * @param now the instant that the rankings are as of, at microseconds
     * @return how many populations were ranked
     */
    int rank(RankingScope scope, Instant now);

    /** A population as it was last ranked; empty when it never was. */
    Optional<Ranking> find(Population population);

    /** The key by which standings identify a viewer; empty for an unknown viewer. */
    Optional<Long> key(ViewerId viewer);

    /** The profiles of the viewers with these keys; unknown viewers are left out. */
    Map<Long, RankedProfile> profilesOf(Collection<Long> viewers);

    /**
     * A ranked viewer's id and name.
     *
     * @param name the viewer's display name; absent when they have stated none
     */
    record RankedProfile(ViewerId viewer, @Nullable String name) {}
}
