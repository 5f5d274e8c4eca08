package dev.streakline.application.memory;

import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.StatisticsChange;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.PercentileCrossing;
import dev.streakline.domain.ranking.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rankings in memory, of the values that the store tells them. Every call takes the lock of the store. */
public final class InMemoryRankings implements Rankings {

    private final Object lock;
    private final InstantSource clock;
    private final Function<ViewerId, @Nullable String> names;
    private final List<ViewerId> viewers = new ArrayList<>();
    private final Map<ViewerId, Long> keys = new HashMap<>();
    private final Map<Population, Map<Long, RankingValues>> values = new HashMap<>();
    private final Map<Population, Set<Long>> waiting = new HashMap<>();
    private final Map<Population, RankedPopulation> ranked = new HashMap<>();
    private final InMemoryAnnouncements announcements;

    /**
     * @param names tells what a viewer is called
     */
    InMemoryRankings(
            Object lock,
            InstantSource clock,
            Function<ViewerId, @Nullable String> names,
            InMemoryAnnouncements announcements) {
        this.lock = lock;
        this.clock = clock;
        this.names = names;
        this.announcements = announcements;
    }

    /**
     * A ranking, and what the next one must know of it.
     *
     * @param cooldownUntil until when it is not made again all the time
     * @param baseline the last one that was made at night; absent before the first
     * @param rebuiltOn the day on which it was last made anew
     */
    private record RankedPopulation(
            Ranking ranking,
            Instant cooldownUntil,
            @Nullable Ranking baseline,
            LocalDate rebuiltOn) {}

    /** Takes what a viewer is ranked by after a fold; the populations in which it is new become due. */
    void update(ViewerId viewer, StatisticsChange change, NameIndex channels) {
        Map<Population, RankingValues> now = new HashMap<>();
        for (ChannelEntry entry : change.folded().channels()) {
            now.put(new Population.OfChannel(channels.nameOf(entry.channel())), change.ranked(entry));
        }
        now.put(Population.DEPLOYMENT, change.ranked());
        update(keyOf(viewer), now);
    }

    private long keyOf(ViewerId viewer) {
        return keys.computeIfAbsent(viewer, unseen -> {
            viewers.add(viewer);
            return (long) viewers.size();
        });
    }

    private void update(long viewer, Map<Population, RankingValues> now) {
        Stream.concat(values.keySet().stream(), now.keySet().stream())
                .distinct()
                .toList()
                .forEach(population -> {
                    Map<Long, RankingValues> all = values.computeIfAbsent(population, unseen -> new TreeMap<>());
                    RankingValues own = now.getOrDefault(population, RankingValues.NONE);
                    if (!own.equals(all.getOrDefault(viewer, RankingValues.NONE))) {
                        all.put(viewer, own);
                        waiting.computeIfAbsent(population, unseen -> new HashSet<>())
                                .add(viewer);
                    }
                });
    }

    /** Takes the viewer out of every population; a later viewer of the same name is another. */
    void erase(ViewerId viewer) {
        Long key = keys.remove(viewer);
        if (key != null) {
            update(key, Map.of());
        }
    }

    @Override
    public int rank(RankingScope scope, Instant now) {
        synchronized (lock) {
            List<Population> populations = populations(scope, now);
            populations.forEach(population -> rank(population, scope, now));
            return populations.size();
        }
    }

    private List<Population> populations(RankingScope scope, Instant now) {
        return scope.match(new RankingScope.Cases<>() {
            @Override
            public List<Population> paced(RankingScope.Paced paced) {
                return waiting.keySet().stream()
                        .filter(population -> !ranked.containsKey(population)
                                || !ranked(population).cooldownUntil().isAfter(now))
                        .toList();
            }

            @Override
            public List<Population> changed(RankingScope.Changed changed) {
                return List.copyOf(waiting.keySet());
            }

            @Override
            public List<Population> onePopulation(RankingScope.OnePopulation one) {
                return values.containsKey(one.population()) ? List.of(one.population()) : List.of();
            }

            @Override
            public List<Population> nightly(RankingScope.Nightly nightly) {
                return values.keySet().stream()
                        .filter(population -> !ranked.containsKey(population)
                                || ranked(population).rebuiltOn().isBefore(nightly.day()))
                        .toList();
            }
        });
    }

    private RankedPopulation ranked(Population population) {
        return Objects.requireNonNull(ranked.get(population), "ranked");
    }

    private void rank(Population population, RankingScope scope, Instant now) {
        Instant began = clock.instant();
        RankedPopulation before = ranked.get(population);
        Map<Long, RankingValues> all = values.getOrDefault(population, Map.of());
        Ranking ranking = before != null && scope.isMerge()
                ? merged(before.ranking(), changed(population), now)
                : new Ranking(now, standings(all, Metric.WATCH_TIME), standings(all, Metric.MESSAGES));
        waiting.remove(population);
        if (before != null && before.baseline() != null && scope.isNightly()) {
            record(population, before.baseline(), ranking);
        }
        ranked.put(
                population,
                new RankedPopulation(
                        ranking,
                        RankingScope.cooldownUntil(now, Duration.between(began, clock.instant())),
                        scope.baseline(before == null ? null : before.baseline(), ranking),
                        scope.rebuiltOn(before == null ? null : before.rebuiltOn(), now)));
    }

    private Map<Long, RankingValues> changed(Population population) {
        Map<Long, RankingValues> changed = new TreeMap<>(values.getOrDefault(population, Map.of()));
        changed.keySet().retainAll(waiting.getOrDefault(population, Set.of()));
        return changed;
    }

    private static Ranking merged(Ranking before, Map<Long, RankingValues> changed, Instant now) {
        long[] viewers = viewers(changed);
        return new Ranking(
                now,
                before.watchTime().withUpdates(viewers, values(changed, Metric.WATCH_TIME)),
                before.messages().withUpdates(viewers, values(changed, Metric.MESSAGES)));
    }

    private static Standings standings(Map<Long, RankingValues> values, Metric metric) {
        return Standings.of(viewers(values), values(values, metric));
    }

    private static long[] viewers(Map<Long, RankingValues> values) {
        return values.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] values(Map<Long, RankingValues> values, Metric metric) {
        return values.values().stream().mapToLong(his -> his.by(metric)).toArray();
    }

    private void record(Population population, Ranking before, Ranking after) {
        for (Metric metric : Metric.values()) {
            for (PercentileCrossing crossing : PercentileCrossing.of(before.by(metric), after.by(metric))) {
                announcements.append(
                        viewer(crossing.viewer()),
                        new PercentileRanked(population, metric, crossing.topPercent(), after.asOf()));
            }
        }
    }

    private ViewerId viewer(long key) {
        return viewers.get(Math.toIntExact(key) - 1);
    }

    @Override
    public Optional<Ranking> find(Population population) {
        synchronized (lock) {
            return Optional.ofNullable(ranked.get(population)).map(RankedPopulation::ranking);
        }
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        synchronized (lock) {
            return Optional.ofNullable(keys.get(viewer));
        }
    }

    @Override
    public Map<Long, RankedProfile> profilesOf(Collection<Long> viewers) {
        synchronized (lock) {
            return viewers.stream()
                    .filter(keys.values()::contains)
                    .collect(Collectors.toUnmodifiableMap(
                            key -> key, key -> new RankedProfile(viewer(key), names.apply(viewer(key)))));
        }
    }
}
