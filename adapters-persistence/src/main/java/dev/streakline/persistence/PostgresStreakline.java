package dev.streakline.persistence;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.access.PostgresApiKeys;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresArchive;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.intake.PostgresFactSources;
import dev.streakline.persistence.intake.PostgresIntakeRules;
import dev.streakline.persistence.intake.PostgresIntakeTallies;
import dev.streakline.persistence.lifetime.PostgresLifetimeStore;
import dev.streakline.persistence.policy.PostgresPolicyVersions;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.recalculation.PostgresRecalculationRuns;
import dev.streakline.persistence.statistics.PostgresStatistics;
import dev.streakline.persistence.viewer.PostgresProfiles;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The application over PostgreSQL. */
public final class PostgresStreakline {

    private PostgresStreakline() {}

    /**
     * The application over a database, whose schema it creates or migrates. The user of the connections must be allowed to.
     *
     * @param connections at least two, one of them for folding
     */
    public static Streakline over(DataSource connections, InstantSource clock) {
        Database database = new Database(connections);
        database.migrate();
        return Streakline.over(ports(database, 1), clock);
    }

    /**
     * The ports of a database.
     *
     * @param threads how many shards are folded at once, 1 to 16; each has a connection of its own
     */
    public static StorePorts ports(Database database, int threads) {
        return ports(database, new PostgresStatistics(database, FoldVersion.ofThisRuntime(), threads));
    }

    /** As {@link #ports(Database, int)}, with these statistics of the same database. */
    public static StorePorts ports(Database database, PostgresStatistics statistics) {
        PostgresRecalculationRuns runs = new PostgresRecalculationRuns(database);
        PostgresRankings rankings = new PostgresRankings(database);
        return new StorePorts(
                new PostgresFactLog(database),
                new PostgresArchive(database),
                new PostgresHistories(database),
                statistics,
                new PostgresAnnouncements(database),
                rankings,
                new PostgresLifetimeStore(database, FoldVersion.ofThisRuntime(), rankings),
                new PostgresPolicyVersions(database),
                new PostgresProfiles(database),
                runs,
                runs,
                new PostgresApiKeys(database),
                new PostgresIntakeRules(database),
                new PostgresFactSources(database),
                new PostgresIntakeTallies(database));
    }
}
