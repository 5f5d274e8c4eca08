package dev.streakline.application.viewer;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.Rankings;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Erases a viewer wholly: the facts, everything stored about them, and the entries in standings at once (section 8).
 */
public final class EraseViewer {

    private final FactLog facts;
    private final Rankings rankings;
    private final InstantSource clock;

    /** Erases from these facts and rankings, both of one store. */
    public EraseViewer(FactLog facts, Rankings rankings, InstantSource clock) {
        this.facts = facts;
        this.rankings = rankings;
        this.clock = clock;
    }

    /**
     * Erases a viewer as {@link FactLog#erase} does, and ranks pending populations, so that no standings contain the
     * viewer's key any more. If another process ranks a population at this moment, it may have to rank it once more.
     *
     * @return whether the viewer was known
     */
    public boolean erase(ViewerId viewer) {
        boolean known = facts.erase(viewer);
        rankings.rank(new RankingScope.Changed(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return known;
    }
}
