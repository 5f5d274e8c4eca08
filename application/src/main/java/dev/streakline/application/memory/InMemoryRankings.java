package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.PercentileRanked;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.ranking.Waiting;
import dev.streakline.application.viewer.Listing;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.Messages;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Rise;
import dev.streakline.domain.ranking.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private final Map<Population, Map<Long, Values>> values = new HashMap<>();
    private final Map<Population, Set<Long>> waiting = new HashMap<>();
    private final Map<Population, Ranked> ranked = new HashMap<>();
    private final Map<ViewerId, List<PercentileRanked>> rises = new HashMap<>();

    /**
     * @param names tells what a viewer is called
     */
    InMemoryRankings(Object lock, InstantSource clock, Function<ViewerId, @Nullable String> names) {
        this.lock = lock;
        this.clock = clock;
        this.names = names;
    }

    /** What somebody is ranked by. */
    private record Values(long seconds, long messages) {

        private static final Values NONE = new Values(0, 0);

        private long of(Metric metric) {
            return metric == Metric.WATCH_TIME ? seconds : messages;
        }
    }

    /**
     * A ranking, and what the next one must know of it.
     *
     * @param rest until when it is not made again all the time
     * @param night the last one that was made at night; absent before the first
     * @param anewOn the day on which it was last made anew
     */
    private record Ranked(
            Ranking ranking, Instant rest, @Nullable Ranking night, LocalDate anewOn) {}

    /** Takes what a fold gave of a viewer; the populations in which it is new wait. */
    void tell(ViewerId viewer, KeptViewers.Outcome outcome) {
        Map<Population, Values> now = new HashMap<>();
        if (outcome.listing() == Listing.LISTED) {
            outcome.channels()
                    .forEach((channel, statistics) -> now.put(
                            new Population.Channel(channel),
                            new Values(
                                    statistics.watchTime().seconds(),
                                    statistics.messages().total())));
            now.put(
                    Population.DEPLOYMENT,
                    new Values(
                            outcome.statistics().totals().seconds(),
                            messages(outcome.channels().values())));
        }
        tell(keyOf(viewer), now);
    }

    private static long messages(Collection<ChannelStatistics> channels) {
        return channels.stream()
                .map(ChannelStatistics::messages)
                .mapToLong(Messages::total)
                .sum();
    }

    private long keyOf(ViewerId viewer) {
        return keys.computeIfAbsent(viewer, unseen -> {
            viewers.add(viewer);
            return (long) viewers.size();
        });
    }

    private void tell(long viewer, Map<Population, Values> now) {
        Stream.concat(values.keySet().stream(), now.keySet().stream())
                .distinct()
                .toList()
                .forEach(population -> {
                    Map<Long, Values> all = values.computeIfAbsent(population, unseen -> new TreeMap<>());
                    Values his = now.getOrDefault(population, Values.NONE);
                    if (!his.equals(all.getOrDefault(viewer, Values.NONE))) {
                        all.put(viewer, his);
                        waiting.computeIfAbsent(population, unseen -> new HashSet<>())
                                .add(viewer);
                    }
                });
    }

    /** He leaves every population; whoever comes by his name is another. */
    void forget(ViewerId viewer) {
        Long key = keys.remove(viewer);
        if (key != null) {
            tell(key, Map.of());
        }
        rises.remove(viewer);
    }

    @Override
    public int rank(Waiting which, Instant now) {
        synchronized (lock) {
            List<Population> populations = populations(which, now);
            populations.forEach(population -> rank(population, which, now));
            return populations.size();
        }
    }

    private List<Population> populations(Waiting which, Instant now) {
        if (which instanceof Waiting.One one) {
            return values.containsKey(one.population()) ? List.of(one.population()) : List.of();
        } else if (which instanceof Waiting.Nightly nightly) {
            return values.keySet().stream()
                    .filter(population -> !ranked.containsKey(population)
                            || ranked(population).anewOn().isBefore(nightly.day()))
                    .toList();
        } else {
            return waiting.keySet().stream()
                    .filter(population -> which instanceof Waiting.Changed
                            || !ranked.containsKey(population)
                            || !ranked(population).rest().isAfter(now))
                    .toList();
        }
    }

    private Ranked ranked(Population population) {
        return Objects.requireNonNull(ranked.get(population), "ranked");
    }

    private void rank(Population population, Waiting which, Instant now) {
        Instant began = clock.instant();
        Ranked before = ranked.get(population);
        boolean isMerge = which instanceof Waiting.Changed || which instanceof Waiting.Paced;
        Map<Long, Values> all = values.getOrDefault(population, Map.of());
        Ranking ranking = before != null && isMerge
                ? merged(before.ranking(), changed(population), now)
                : new Ranking(now, standings(all, Metric.WATCH_TIME), standings(all, Metric.MESSAGES));
        waiting.remove(population);
        Ranking night = before == null ? null : before.night();
        if (which instanceof Waiting.Nightly) {
            if (night != null) {
                record(population, night, ranking);
            }
            night = ranking;
        }
        Duration rest = Duration.between(began, clock.instant()).multipliedBy(Waiting.REST);
        ranked.put(
                population,
                new Ranked(
                        ranking,
                        now.plus(rest.compareTo(Waiting.SHORTEST_PACE) < 0 ? Waiting.SHORTEST_PACE : rest),
                        night,
                        before != null && isMerge ? before.anewOn() : day(which, now)));
    }

    private static LocalDate day(Waiting which, Instant now) {
        return which instanceof Waiting.Nightly nightly ? nightly.day() : LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private Map<Long, Values> changed(Population population) {
        Map<Long, Values> changed = new TreeMap<>(values.getOrDefault(population, Map.of()));
        changed.keySet().retainAll(waiting.getOrDefault(population, Set.of()));
        return changed;
    }

    private static Ranking merged(Ranking before, Map<Long, Values> changed, Instant now) {
        long[] viewers = viewers(changed);
        return new Ranking(
                now,
                before.watchTime().with(viewers, values(changed, Metric.WATCH_TIME)),
                before.messages().with(viewers, values(changed, Metric.MESSAGES)));
    }

    private static Standings standings(Map<Long, Values> values, Metric metric) {
        return Standings.of(viewers(values), values(values, metric));
    }

    private static long[] viewers(Map<Long, Values> values) {
        return values.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] values(Map<Long, Values> values, Metric metric) {
        return values.values().stream().mapToLong(his -> his.of(metric)).toArray();
    }

    private void record(Population population, Ranking before, Ranking after) {
        for (Metric metric : Metric.values()) {
            for (Rise rise : Rise.between(before.by(metric), after.by(metric))) {
                rises.computeIfAbsent(viewer(rise.viewer()), unseen -> new ArrayList<>())
                        .add(new PercentileRanked(population, metric, rise.topPercent(), after.asOf()));
            }
        }
    }

    private ViewerId viewer(long key) {
        return viewers.get(Math.toIntExact(key) - 1);
    }

    @Override
    public Optional<Ranking> of(Population population) {
        synchronized (lock) {
            return Optional.ofNullable(ranked.get(population)).map(Ranked::ranking);
        }
    }

    @Override
    public Optional<Long> key(ViewerId viewer) {
        synchronized (lock) {
            return Optional.ofNullable(keys.get(viewer));
        }
    }

    @Override
    public Map<Long, Person> people(Collection<Long> viewers) {
        synchronized (lock) {
            return viewers.stream()
                    .filter(keys.values()::contains)
                    .collect(Collectors.toUnmodifiableMap(
                            key -> key, key -> new Person(viewer(key), names.apply(viewer(key)))));
        }
    }

    @Override
    public List<PercentileRanked> rises(ViewerId viewer) {
        synchronized (lock) {
            return List.copyOf(rises.getOrDefault(viewer, List.of()));
        }
    }
}
