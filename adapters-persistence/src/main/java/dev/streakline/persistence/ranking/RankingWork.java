package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.Waiting;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Rise;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.ranking.StandingsRow.Both;
import dev.streakline.persistence.rows.Columns;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ranks a batch in one transaction, all of whose statements see one snapshot. */
final class RankingWork {

    private static final Columns<Risen> RISES = new Columns<Risen>()
            .with("viewer_key", "int8", risen -> risen.rise().viewer())
            .with("channel_key", "int8", Risen::channelKey)
            .with("metric", "text", risen -> risen.metric().code())
            .with("top_percent", "int4", risen -> risen.rise().topPercent())
            .with("as_of", "int8", Risen::asOf);

    private final Handle handle;
    private final Waiting which;
    private final Instant now;
    private final long began = System.nanoTime();

    RankingWork(Handle handle, Waiting which, Instant now) {
        this.handle = handle;
        this.which = which;
        this.now = now;
    }

    private record Risen(long channelKey, Metric metric, Rise rise, long asOf) {}

    /** Ranks those places that nobody else ranks now; tells of which channels they are. */
    Set<Long> rank(List<Place> wanted) throws SQLException {
        Set<Place> known = StandingsRow.known(handle, wanted);
        Map<Place, StandingsRow> kept = StandingsRow.lock(handle, wanted, which, now);
        List<Place> mine = wanted.stream()
                .filter(place -> kept.containsKey(place) || !known.contains(place))
                .toList();
        Map<Place, Values> changed = new HashMap<>();
        if (which instanceof Waiting.Changed || which instanceof Waiting.Paced) {
            kept.keySet().forEach(place -> changed.put(place, new Values()));
            changed.keySet().removeAll(Values.markedAsWholes(handle, mine));
        }
        Map<Place, Values> all = new HashMap<>();
        mine.stream().filter(place -> !changed.containsKey(place)).forEach(place -> all.put(place, new Values()));
        Values.readMarked(handle, changed);
        Values.readAll(handle, all);
        List<StandingsRow> rows = mine.stream()
                .map(place -> row(place, kept.get(place), changed.get(place), all.getOrDefault(place, new Values())))
                .toList();
        write(rows, kept);
        if (which instanceof Waiting.Nightly) {
            recordRises(rows, kept);
        }
        Values.removeMarks(handle, mine);
        return mine.stream().map(Place::channelKey).collect(Collectors.toSet());
    }

    private StandingsRow row(Place place, @Nullable StandingsRow before, @Nullable Values changed, Values all) {
        if (before != null && changed != null) {
            return new StandingsRow(place, before.anewOn(), before.standings().with(changed), before.night());
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Both standings = Both.of(all);
        return which instanceof Waiting.Nightly nightly
                ? new StandingsRow(place, nightly.day(), standings, standings)
                : new StandingsRow(place, today, standings, before == null ? null : before.night());
    }

    /** Each rests for as long as it has earned by its share of the work. */
    private void write(List<StandingsRow> rows, Map<Place, StandingsRow> kept) {
        double total = rows.stream().mapToDouble(StandingsRow::weight).sum();
        double nanos = System.nanoTime() - began;
        StandingsRow.write(
                handle,
                rows.stream()
                        .map(row -> new StandingsRow.Ranked(
                                row, kept.get(row.place()), now, rest(Math.round(nanos * row.weight() / total))))
                        .toList());
    }

    private static Duration rest(long nanos) {
        Duration earned = Duration.ofNanos(nanos).multipliedBy(Waiting.REST);
        return earned.compareTo(Waiting.SHORTEST_PACE) < 0 ? Waiting.SHORTEST_PACE : earned;
    }

    private void recordRises(List<StandingsRow> rows, Map<Place, StandingsRow> kept) {
        List<Risen> risen = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.place().channelKey()))
                .forEach((channelKey, chunks) -> {
                    List<Both> before = chunks.stream()
                            .flatMap(row -> Stream.ofNullable(kept.get(row.place())))
                            .map(StandingsRow::night)
                            .filter(Objects::nonNull)
                            .toList();
                    List<Both> after =
                            chunks.stream().map(StandingsRow::standings).toList();
                    for (Metric metric : before.isEmpty() ? new Metric[0] : Metric.values()) {
                        for (Rise rise : Rise.between(together(before, metric), together(after, metric))) {
                            risen.add(new Risen(channelKey, metric, rise, EpochMicros.of(now)));
                        }
                    }
                });
        if (!risen.isEmpty()) {
            RISES.bind(handle.createUpdate(RISES.insertInto("percentile_ranked")), risen)
                    .execute();
        }
    }

    private static Standings together(List<Both> chunks, Metric metric) {
        return Standings.together(chunks.stream().map(chunk -> chunk.by(metric)).toList());
    }
}
