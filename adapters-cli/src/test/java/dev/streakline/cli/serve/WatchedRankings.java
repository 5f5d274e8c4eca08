package dev.streakline.cli.serve;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.PercentileRanked;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.ranking.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rankings before whose making something happens, such as a failure.
 *
 * @param before is told what is to be ranked
 */
record WatchedRankings(Rankings rankings, Consumer<Waiting> before) implements Rankings {

    @Override
    public int rank(Waiting which, Instant now) {
        before.accept(which);
        return rankings.rank(which, now);
    }

    @Override
    public Optional<Ranking> of(Population population) {
        return rankings.of(population);
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        return rankings.key(viewer);
    }

    @Override
    public Map<Long, Person> people(Collection<Long> viewers) {
        return rankings.people(viewers);
    }

    @Override
    public List<PercentileRanked> rises(ViewerId viewer) {
        return rankings.rises(viewer);
    }
}
