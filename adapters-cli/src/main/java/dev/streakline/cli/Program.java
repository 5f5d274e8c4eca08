package dev.streakline.cli;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.fact.EventReader;
import dev.streakline.application.history.Archive;
import dev.streakline.application.history.FactLog;
import dev.streakline.application.history.ForgetViewer;
import dev.streakline.application.history.Histories;
import dev.streakline.application.history.KeepStatistics;
import dev.streakline.application.history.PolicyVersions;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.application.history.RecordFacts;
import dev.streakline.application.history.Statistics;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.ranking.Rankings;
import java.time.InstantSource;

/**
 * The parts that commands work with: a clock, and the ports of one store.
 *
 * @param admission holds facts to the intake rules, which do not limit the command line
 * @param beginning is run before the command line takes facts in: it sets the intake rules of a store on a person's own machine
 * @param closing lets go of the store
 */
public record Program(
        InstantSource clock,
        FactLog facts,
        Histories histories,
        Statistics statistics,
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
    RecordFacts record() {
        return new RecordFacts(new EventReader(clock), facts, admission);
    }

    /** Reads what was taken in. */
    ReadHistory reading() {
        return new ReadHistory(histories, clock);
    }

    /** Folds what was taken in. */
    KeepStatistics keeping() {
        return new KeepStatistics(statistics, rankings, clock);
    }

    /** Erases viewers. */
    ForgetViewer forgetting() {
        return new ForgetViewer(facts, rankings, clock);
    }

    @Override
    public void close() {
        closing.run();
    }
}
