package dev.streakline.cli.wiring;

import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Statistics.SetAside;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.store.Stores.Finding;
import dev.streakline.cli.store.Stores.StoreState;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.embedded.FreeRoom;
import dev.streakline.persistence.statistics.PostgresStatistics;
import dev.streakline.persistence.statistics.StoreDiagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Maintenance of the store as a whole, at its location. */
final class StoreMaintenance implements Stores.Upkeep {

    private static final int OLDEST_SERVER = 15;
    private static final long LITTLE_ROOM = 500_000_000;

    private final OpenDatabase open;
    private final InstantSource clock;

    StoreMaintenance(OpenDatabase open, InstantSource clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public List<String> pendingMigrations() {
        return open.database().pendingMigrations();
    }

    @Override
    public void migrate() {
        open.database().migrate();
    }

    /** The findings without opening the store. */
    static List<Finding> machine(StoreLocation place) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                StoreState.OK,
                "java",
                Runtime.version() + ", " + FoldVersion.ofThisRuntime() + ", " + OpenDatabase.THREADS + " threads"));
        findings.addAll(place.match(
                embedded -> Files.exists(embedded.folder()) ? List.of(room(embedded)) : List.of(),
                outside -> List.of(new Finding(StoreState.OK, "database", outside.toString()))));
        return findings;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(server(open.database()));
        String connections = open.connections();
        if (connections != null) {
            findings.add(new Finding(
                    open.isShortOfConnections() ? StoreState.WARNING : StoreState.OK, "connections", connections));
        }
        List<String> changed = open.database().changedMigrations();
        List<String> pending = pendingMigrations();
        if (!changed.isEmpty()) {
            findings.add(new Finding(
                    StoreState.FAILED,
                    "schema",
                    String.join(", ", changed)
                            + " differs from the record in the table streakline.flyway_schema_history:"
                            + " restore the database from a back-up"));
        } else if (pending.isEmpty()) {
            findings.add(new Finding(StoreState.OK, "schema", "up to date"));
            findings.add(roles(open.database()));
            findings.addAll(facts(open.database()));
            findings.add(setAside(open.database()));
        } else {
            findings.add(new Finding(
                    StoreState.WARNING,
                    "schema",
                    "lacks " + String.join(", ", pending) + ": run 'streakline migrate'"));
        }
        return findings;
    }

    private static Finding room(StoreLocation.Embedded embedded) {
        try {
            long room = Files.getFileStore(embedded.folder()).getUsableSpace();
            FreeRoom known = FreeRoom.measuredBy(
                    () -> room,
                    FreeRoom.on(embedded.folder(), embedded.reserve()).floor());
            String what = String.format(Locale.ROOT, "%s, %,d MB free", embedded.folder(), room / 1_000_000);
            if (!known.isEnough()) {
                return new Finding(
                        StoreState.FAILED,
                        "database",
                        what + ": the disk is full, and no facts are accepted: " + known.shortage());
            }
            return room < LITTLE_ROOM
                    ? new Finding(StoreState.WARNING, "database", what + ": make room before it is full")
                    : new Finding(StoreState.OK, "database", what);
        } catch (IOException unreadable) {
            return new Finding(StoreState.FAILED, "database", embedded.folder() + " cannot be read: " + unreadable);
        }
    }

    private static Finding server(Database database) {
        int version = StoreDiagnosis.serverVersion(database);
        return version >= OLDEST_SERVER
                ? new Finding(StoreState.OK, "server", "PostgreSQL " + version)
                : new Finding(
                        StoreState.FAILED,
                        "server",
                        "PostgreSQL " + version + " is too old: use " + OLDEST_SERVER + " or newer");
    }

    private static Finding roles(Database database) {
        List<String> missing = database.missingRoles();
        if (missing.isEmpty()) {
            return new Finding(StoreState.OK, "roles", "every statement runs with the least privileges");
        }
        String create =
                missing.stream().map(role -> "create role " + role + "; ").collect(Collectors.joining());
        return new Finding(
                StoreState.WARNING,
                "roles",
                "work that needs " + String.join(", ", missing)
                        + " is done as the owner of the tables, or refused. For the"
                        + " least privileges let an administrator run '" + create + "grant "
                        + String.join(", ", missing)
                        + " to THIS_USER', then run 'streakline migrate'");
    }

    private static Finding setAside(Database database) {
        List<SetAside> all = new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 1).failing();
        return all.isEmpty()
                ? new Finding(StoreState.OK, "set aside", "no viewer: every recalculation succeeds")
                : new Finding(
                        StoreState.WARNING,
                        "set aside",
                        Terminal.count(all.size(), "viewer")
                                + " whose recalculation fails, such as '"
                                + all.get(0).viewer().value() + "', "
                                + all.get(0).failures()
                                + (all.get(0).failures() == 1 ? " time" : " times") + " in a row, next try "
                                + all.get(0).tryAt() + ": "
                                + all.get(0).reason());
    }

    private List<Finding> facts(Database database) {
        StoreDiagnosis storeDiagnosis = StoreDiagnosis.of(database, FoldVersion.ofThisRuntime(), clock.instant());
        return List.of(
                new Finding(
                        storeDiagnosis.dueViewers() == 0 ? StoreState.OK : StoreState.WARNING,
                        "folds",
                        storeDiagnosis.dueViewers() == 0
                                ? "no viewer is due"
                                : Terminal.count(storeDiagnosis.dueViewers(), "viewer")
                                        + (storeDiagnosis.dueViewers() == 1 ? " is" : " are")
                                        + " due: run 'streakline recalculate'"),
                storeDiagnosis
                        .newerEngine()
                        .map(newer -> new Finding(
                                StoreState.WARNING,
                                "engine",
                                "a newer version uses this store (" + newer + "): this one reads and imports only"))
                        .orElse(new Finding(StoreState.OK, "engine", "no newer version uses this store")));
    }

    @Override
    public void close() {
        open.close();
    }
}
