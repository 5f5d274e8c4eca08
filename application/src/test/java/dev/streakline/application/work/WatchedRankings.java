package dev.streakline.application.work;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.Rankings;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rankings with an action before each ranking, such as a failure.
 *
 * @param before receives the scope to be ranked
 */
record WatchedRankings(Rankings rankings, Consumer<RankingScope> before) implements Rankings {

    @Override
    public int rank(RankingScope scope, Instant now) {
        before.accept(scope);
        return rankings.rank(scope, now);
    }

    @Override
    public Optional<Ranking> find(Population population) {
        return rankings.find(population);
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        return rankings.key(viewer);
    }

    @Override
    public Map<Long, RankedProfile> profilesOf(Collection<Long> viewers) {
        return rankings.profilesOf(viewers);
    }
}
