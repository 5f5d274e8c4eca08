package dev.streakline.http;

import dev.streakline.application.calendar.ShowCalendar;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.application.pause.DeclarePause;
import dev.streakline.application.pause.EndPause;
import dev.streakline.application.pause.ShowPauses;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.application.viewer.ChangeProfile;
import dev.streakline.application.viewer.ShowProfile;
import dev.streakline.application.viewing.ShowViewingTime;
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
        InstantSource clock = parts.clock();
        ReadHistory histories = new ReadHistory(parts.histories(), parts.statistics(), clock);
        EventReader eventReader = new EventReader(clock);
        DeclareFacts declareFacts = new DeclareFacts(eventReader, parts.facts(), parts.admission());
        // A pause can be ended whatever the limits are.
        DeclareFacts ending = new DeclareFacts(eventReader, parts.facts());
        return Stream.of(
                        new OperationRoutes(parts.ready(), metrics).routes(),
                        new EventRoutes(parts.facts(), parts.admission(), clock).routes(),
                        new StreakRoutes(new ShowStreak(histories)).routes(),
                        new PauseRoutes(
                                        new ShowPauses(histories, parts.profiles()),
                                        new DeclarePause(histories, parts.profiles(), declareFacts),
                                        new EndPause(histories, parts.profiles(), ending, parts.facts()),
                                        ids)
                                .routes(),
                        new MilestoneRoutes(new ShowMilestones(histories, parts.announcements())).routes(),
                        new ViewingRoutes(new ShowViewingTime(histories)).routes(),
                        new CalendarRoutes(new ShowCalendar(histories)).routes(),
                        new LifetimeRoutes(
                                        new ShowLifetime(
                                                histories, parts.lifetimes(), parts.rankings(), parts.profiles()),
                                        new ShowChannels(histories, parts.lifetimes()))
                                .routes(),
                        new RankingRoutes(new ShowRanking(parts.rankings())).routes(),
                        new CalculateRoutes(
                                        new RefreshStatistics(parts.statistics(), parts.rankings(), clock), histories)
                                .routes(),
                        new ProfileRoutes(
                                        new ShowProfile(parts.profiles(), clock),
                                        new ChangeProfile(parts.profiles(), declareFacts, clock),
                                        ids)
                                .routes(),
                        new KeyRoutes(parts.keys(), parts.creatingKeys(), clock).routes(),
                        new PolicyRoutes(parts.policies()).routes(),
                        new IntakeRoutes(parts.admission().rules()).routes(),
                        new RecalculationRoutes(parts.runs(), ids, clock).routes())
                .flatMap(List::stream)
                .toList();
    }
}
