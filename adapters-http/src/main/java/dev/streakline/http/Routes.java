package dev.streakline.http;

import dev.streakline.application.calendar.ShowCalendar;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.application.viewing.ShowViewingTime;
import dev.streakline.http.calendar.CalendarRoutes;
import dev.streakline.http.exchange.Route;
import dev.streakline.http.fact.EventRoutes;
import dev.streakline.http.milestone.MilestoneRoutes;
import dev.streakline.http.operation.OperationRoutes;
import dev.streakline.http.streak.StreakRoutes;
import dev.streakline.http.viewing.ViewingRoutes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of all routes. */
final class Routes {

    private Routes() {}

    static List<Route> of(HttpParts parts, Supplier<String> metrics) {
        ReadHistory histories = new ReadHistory(parts.histories(), parts.clock());
        return Stream.of(
                        new OperationRoutes(parts.ready(), metrics).routes(),
                        new EventRoutes(parts.facts(), parts.clock()).routes(),
                        new StreakRoutes(new ShowStreak(histories)).routes(),
                        new MilestoneRoutes(new ShowMilestones(histories, parts.statistics())).routes(),
                        new ViewingRoutes(new ShowViewingTime(histories)).routes(),
                        new CalendarRoutes(new ShowCalendar(histories)).routes())
                .flatMap(List::stream)
                .toList();
    }
}
