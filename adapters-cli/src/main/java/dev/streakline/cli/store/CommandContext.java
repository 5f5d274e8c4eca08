package dev.streakline.cli.store;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.viewer.EraseViewer;
import java.time.InstantSource;

/**
 * The parts that commands work with: a clock, and the ports of one store.
 *
 * @param admission holds facts to the intake rules, which do not limit the command line
 * @param beginning is run before the command line takes facts in: it sets the intake rules of a store on a person's own machine
 * @param closing lets go of the store
 */
public record CommandContext(
        InstantSource clock,
        FactLog facts,
        Histories histories,
        Statistics statistics,
        Announcements announcements,
        Rankings rankings,
        PolicyVersions policies,
        Archive archive,
        ApiKeys keys,
        CreateApiKey creatingKeys,
        Admission admission,
        Runnable beginning,
        Runnable closing)
        implements AutoCloseable {

    /** Takes events in. */
    public RecordFacts record() {
        return new RecordFacts(new EventReader(clock), facts, admission);
    }

    /** Reads what was taken in. */
    public ReadHistory readHistory() {
        return new ReadHistory(histories, clock);
    }

    /** Folds what was taken in. */
    public RefreshStatistics refreshStatistics() {
        return new RefreshStatistics(statistics, rankings, clock);
    }

    /** Erases viewers. */
    public EraseViewer eraseViewer() {
        return new EraseViewer(facts, rankings, clock);
    }

    @Override
    public void close() {
        closing.run();
    }
}
