package dev.streakline.application;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.FactSources;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeTallies;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.viewer.Profiles;

/** All ports of one store. */
public record StorePorts(
        FactLog facts,
        Archive archive,
        Histories histories,
        Statistics statistics,
        Announcements announcements,
        Rankings rankings,
        LifetimeStore lifetimes,
        PolicyVersions policies,
        Profiles profiles,
        RecalculationRuns runs,
        RecalculationQueue queue,
        ApiKeys keys,
        IntakeRuleVersions intakeRules,
        FactSources sources,
        IntakeTallies tallies) {}
