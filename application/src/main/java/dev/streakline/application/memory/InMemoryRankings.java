package dev.streakline.application.memory;

import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.memory.MemoryRankings.RankedPopulation;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.viewer.Profile;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.PercentileCrossing;
import dev.streakline.domain.ranking.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rankings in memory, of the values that folds have stored. */
public final class InMemoryRankings implements Rankings {

    private final Memory memory;
    private final InstantSource clock;

    InMemoryRankings(Memory memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public int rank(RankingScope scope, Instant now) {
        return memory.transact(transaction -> {
            List<Population> populations = populations(transaction.rankings(), scope, now);
            populations.forEach(population -> rank(transaction, population, scope, now));
            return populations.size();
        });
    }

    private static List<Population> populations(MemoryRankings rankings, RankingScope scope, Instant now) {
        return scope.match(new RankingScope.Cases<>() {
            @Override
            public List<Population> paced(RankingScope.Paced paced) {
                return rankings.due().stream()
                        .filter(population -> rankings.find(population)
                                .filter(ranked -> ranked.isInCooldown(now))
                                .isEmpty())
                        .toList();
            }

            @Override
            public List<Population> changed(RankingScope.Changed changed) {
                return List.copyOf(rankings.due());
            }

            @Override
            public List<Population> onePopulation(RankingScope.OnePopulation one) {
                return rankings.populations().contains(one.population()) ? List.of(one.population()) : List.of();
            }

            @Override
            public List<Population> nightly(RankingScope.Nightly nightly) {
                return rankings.populations().stream()
                        .filter(population -> rankings.find(population)
                                .filter(ranked -> !ranked.rebuiltOn().isBefore(nightly.day()))
                                .isEmpty())
                        .toList();
            }
        });
    }

    private void rank(MemoryTransaction transaction, Population population, RankingScope scope, Instant now) {
        Instant began = clock.instant();
        MemoryRankings rankings = transaction.rankings();
        RankedPopulation before = rankings.find(population).orElse(null);
        Ranking ranking = before != null && scope.isMerge()
                ? merged(before.ranking(), rankings.changed(population), now)
                : rebuilt(rankings.values(population), now);
        if (before != null && before.baseline() != null && scope.isNightly()) {
            announce(transaction, population, before.baseline(), ranking);
        }
        rankings.store(
                population,
                new RankedPopulation(
                        ranking,
                        RankingScope.cooldownUntil(now, Duration.between(began, clock.instant())),
                        scope.baseline(before == null ? null : before.baseline(), ranking),
                        scope.rebuiltOn(before == null ? null : before.rebuiltOn(), now)));
    }

    private static Ranking rebuilt(Map<Long, RankingValues> values, Instant now) {
        long[] viewers = viewers(values);
        return new Ranking(
                now,
                Standings.of(viewers, values(values, Metric.WATCH_TIME)),
                Standings.of(viewers, values(values, Metric.MESSAGES)));
    }

    private static Ranking merged(Ranking before, Map<Long, RankingValues> changed, Instant now) {
        long[] viewers = viewers(changed);
        return new Ranking(
                now,
                before.watchTime().withUpdates(viewers, values(changed, Metric.WATCH_TIME)),
                before.messages().withUpdates(viewers, values(changed, Metric.MESSAGES)));
    }

    private static long[] viewers(Map<Long, RankingValues> values) {
        return values.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] values(Map<Long, RankingValues> values, Metric metric) {
        return values.values().stream().mapToLong(each -> each.by(metric)).toArray();
    }

    private static void announce(MemoryTransaction transaction, Population population, Ranking before, Ranking after) {
        for (Metric metric : Metric.values()) {
            for (PercentileCrossing crossing : PercentileCrossing.of(before.by(metric), after.by(metric))) {
                transaction
                        .announcements()
                        .append(
                                transaction.rankings().viewer(crossing.viewer()),
                                new PercentileRanked(population, metric, crossing.topPercent(), after.asOf()));
            }
        }
    }

    @Override
    public Optional<Ranking> find(Population population) {
        return memory.transact(transaction -> transaction.rankings().find(population))
                .map(RankedPopulation::ranking);
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        return memory.transact(transaction -> transaction.rankings().key(viewer));
    }

    @Override
    public Map<Long, RankedProfile> profilesOf(Collection<Long> viewers) {
        return memory.transact(transaction -> {
            Map<Long, RankedProfile> profiles = new HashMap<>();
            for (long key : viewers) {
                transaction.rankings().find(key).ifPresent(viewer -> profiles.put(key, profile(transaction, viewer)));
            }
            return Map.copyOf(profiles);
        });
    }

    private RankedProfile profile(MemoryTransaction transaction, ViewerId viewer) {
        return new RankedProfile(
                viewer,
                transaction.profile(viewer, clock.instant()).map(Profile::name).orElse(null));
    }
}
