package dev.streakline.persistence.statistics;

import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.StatisticsContract;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.policy.PostgresPolicyVersions;
import dev.streakline.persistence.ranking.PostgresRankings;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

class PostgresStatisticsTest extends StatisticsContract {

    @Override
    protected Store store() {
        DataSource connections = TestDatabase.create();
        Database database = TestDatabase.over(TestDatabase.pooled(connections));
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
                new PostgresRankings(database),
                new PostgresAnnouncements(database),
                new PostgresHistories(database),
                new PostgresPolicyVersions(database),
                InstantSource.system(),
                age -> Jdbi.create(connections)
                        .useHandle(handle -> handle.execute(
                                "update streakline.mark set marked_at = marked_at - ?", age.toNanos() / 1_000)));
    }
}
