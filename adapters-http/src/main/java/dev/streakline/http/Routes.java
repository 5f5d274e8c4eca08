package dev.streakline.http;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.http.access.KeyRoutes;
import dev.streakline.http.credential.Ids;
import dev.streakline.http.intake.EventRoutes;
import dev.streakline.http.intake.IntakeRoutes;
import dev.streakline.http.lifetime.LifetimeRoutes;
import dev.streakline.http.operation.OperationRoutes;
import dev.streakline.http.pause.PauseRoutes;
import dev.streakline.http.policy.PolicyRoutes;
import dev.streakline.http.ranking.RankingRoutes;
import dev.streakline.http.recalculation.RecalculationRoutes;
import dev.streakline.http.statistics.CalculateRoutes;
import dev.streakline.http.statistics.CalendarRoutes;
import dev.streakline.http.statistics.MilestoneRoutes;
import dev.streakline.http.statistics.StreakRoutes;
import dev.streakline.http.statistics.ViewingRoutes;
import dev.streakline.http.viewer.ProfileRoutes;
import dev.streakline.http.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of all routes. */
final class Routes {

    private Routes() {}

    static List<Route> of(HttpDependencies parts, Ids ids, Supplier<String> metrics) {
        Streakline streakline = parts.streakline();
        StorePorts ports = streakline.ports();
        InstantSource clock = streakline.clock();
        return Stream.of(
                        new OperationRoutes(parts.ready(), metrics).routes(),
                        new EventRoutes(streakline.recordFacts(), ports.facts(), streakline.admission()).routes(),
                        new StreakRoutes(streakline.showStreak()).routes(),
                        new PauseRoutes(streakline.showPauses(), streakline.declarePause(), streakline.endPause(), ids)
                                .routes(),
                        new MilestoneRoutes(streakline.showMilestones()).routes(),
                        new ViewingRoutes(streakline.showViewingTime()).routes(),
                        new CalendarRoutes(streakline.showCalendar()).routes(),
                        new LifetimeRoutes(streakline.showLifetime(), streakline.showChannels()).routes(),
                        new RankingRoutes(streakline.showRanking()).routes(),
                        new CalculateRoutes(streakline.calculateViewer()).routes(),
                        new ProfileRoutes(streakline.showProfile(), streakline.changeProfile(), ids).routes(),
                        new KeyRoutes(ports.keys(), parts.createApiKey(), clock).routes(),
                        new PolicyRoutes(ports.policies()).routes(),
                        new IntakeRoutes(ports.intakeRules()).routes(),
                        new RecalculationRoutes(ports.runs(), ids, clock).routes())
                .flatMap(List::stream)
                .toList();
    }
}
