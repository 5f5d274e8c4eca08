package dev.streakline.persistence.intake;

import dev.streakline.application.intake.FactSources;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.rows.Columns;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The used sources in PostgreSQL. A claim never ends, and is cached in the process. */
public final class PostgresFactSources implements FactSources {

    /** Some ten megabytes. */
    private static final int MOST = 100_000;

    private final ScopedDatabase database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The sources in a database. */
    public PostgresFactSources(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public void claim(Set<String> sources) {
        Set<String> unknown = unknown(sources);
        if (!unknown.isEmpty()) {
            database.useWrite(handle -> handle.createUpdate("insert into source (name, claimed)"
                            + " select name, true from unnest(:names) as claimed (name) order by name"
                            + " on conflict (name) do update set claimed = true where not source.claimed")
                    .bind("names", Columns.array("text", inOrder(unknown)))
                    .execute());
            remember(unknown);
        }
    }

    /** In one statement, because every batch of a viewer runs it. */
    @Override
    public Set<String> claimed(Set<String> sources) {
        Set<String> unknown = unknown(sources);
        Set<String> claimed = new HashSet<>(sources);
        claimed.removeAll(unknown);
        if (!unknown.isEmpty()) {
            Set<String> found = database.query(
                            "select coalesce(array_agg(name), '{}') from streakline.source where name = any(?) and claimed",
                            row -> Set.of((String[]) row.getArray(1).getArray()),
                            (Object) unknown.toArray(new String[0]))
                    .orElse(Set.of());
            remember(found);
            claimed.addAll(found);
        }
        return claimed;
    }

    private Set<String> unknown(Set<String> sources) {
        Set<String> unknown = new HashSet<>(sources);
        unknown.removeIf(known::contains);
        return unknown;
    }

    private void remember(Set<String> sources) {
        if (known.size() + sources.size() > MOST) {
            known.clear();
        }
        known.addAll(sources);
    }

    private static Object[] inOrder(Set<String> sources) {
        return sources.stream().sorted(NameIndex.CODE_POINT_ORDER).toArray();
    }
}
