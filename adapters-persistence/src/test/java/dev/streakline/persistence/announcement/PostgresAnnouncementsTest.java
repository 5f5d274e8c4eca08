package dev.streakline.persistence.announcement;

import dev.streakline.application.announcement.AnnouncementsContract;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;

class PostgresAnnouncementsTest extends AnnouncementsContract {

    @Override
    protected Store store() {
        Database database = TestDatabase.open();
        return new Store(
                new PostgresFactLog(database),
                new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2),
                new PostgresRankings(database),
                new PostgresAnnouncements(database));
    }
}
