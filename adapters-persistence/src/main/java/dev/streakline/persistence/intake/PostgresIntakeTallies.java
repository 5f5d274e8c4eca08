package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeTallies;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.rows.Columns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The counts for limits, in PostgreSQL. */
public final class PostgresIntakeTallies implements IntakeTallies {

    private static final Columns<Map.Entry<ViewerId, Arrivals>> ARRIVED = new Columns<Map.Entry<ViewerId, Arrivals>>()
            .with("name", "text", entry -> entry.getKey().value())
            .with("events", "int4", entry -> entry.getValue().events())
            .with("zone_changes", "int4", entry -> entry.getValue().zoneChanges());

    private final ScopedDatabase database;

    /** The counts in a database. */
    public PostgresIntakeTallies(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public Map<ViewerId, ViewerTally> find(Set<ViewerId> viewers, LocalDate day) {
        Map<ViewerId, ViewerTally> tallies = new HashMap<>();
        if (!viewers.isEmpty()) {
            database.useRead(handle -> handle.createQuery("""
                            select name, events, zone_changes, titles, channels, pauses
                            from unnest(:names) as asked (name)
                                join viewer using (name)
                                left join lateral (
                                    select * from intake_count counted
                                    where counted.viewer_key = viewer.viewer_key and day = :day limit 1) as arrived on true
                                left join lateral (
                                    select * from viewer_statistics kept
                                    where shard = (viewer.viewer_key & 15)::int2 and kept.viewer_key = viewer.viewer_key
                                    limit 1) as kept on true
                            """)
                    .bind(
                            "names",
                            Columns.array(
                                    "text",
                                    viewers.stream().map(ViewerId::value).toArray()))
                    .bind("day", Math.toIntExact(day.toEpochDay()))
                    .map((row, context) -> tallies.put(
                            new ViewerId(row.getString("name")),
                            new ViewerTally(
                                    new Arrivals(row.getInt("events"), row.getInt("zone_changes")),
                                    new Holdings(row.getInt("titles"), row.getInt("channels"), row.getInt("pauses")))))
                    .list());
        }
        return tallies;
    }

    /** In one order for all, so that two concurrent additions cannot deadlock. */
    @Override
    public void add(LocalDate day, Map<ViewerId, Arrivals> arrived) {
        int today = Math.toIntExact(day.toEpochDay());
        database.useWrite(handle -> {
            handle.createUpdate("delete from intake_count where day < :day")
                    .bind("day", today)
                    .execute();
            if (!arrived.isEmpty()) {
                ARRIVED.bind(
                                handle.createUpdate("insert into intake_count"
                                                + " select viewer_key, :day, events, zone_changes from "
                                                + ARRIVED.rows("arrived") + " join viewer using (name)"
                                                + " order by viewer_key on conflict (viewer_key, day) do update"
                                                + " set events = intake_count.events + excluded.events,"
                                                + " zone_changes = intake_count.zone_changes + excluded.zone_changes")
                                        .bind("day", today),
                                List.copyOf(arrived.entrySet()))
                        .execute();
            }
        });
    }
}
