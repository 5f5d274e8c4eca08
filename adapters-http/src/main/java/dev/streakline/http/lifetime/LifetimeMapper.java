package dev.streakline.http.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.application.ranking.ViewerRank;
import dev.streakline.application.ranking.ViewerRanks;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.LifetimeStatistics.Activity;
import dev.streakline.domain.lifetime.LifetimeStatistics.BadgeProgress;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.ranking.Standing;
import dev.streakline.http.web.MapperDefaults;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies what agrees. */
@Mapper(config = MapperDefaults.class)
interface LifetimeMapper {

    @Mapping(target = "viewer", source = "viewer.value")
    @Mapping(target = "channel", source = "view.channel")
    @Mapping(target = "zone", source = "view.zone")
    @Mapping(target = "watchTime", source = "view.statistics.watchTime")
    @Mapping(target = "messages", source = "view.statistics.messages")
    @Mapping(target = "loyalty", source = "view.statistics.loyalty")
    @Mapping(target = "activity", source = "view.statistics.activity")
    @Mapping(target = "rankings", source = "view.ranks")
    @Mapping(target = "badges", source = "view.statistics.badges")
    @Mapping(target = "radarScores", source = "view.statistics.radar")
    LifetimeJson of(ViewerId viewer, ShowLifetime.LifetimeView view);

    ChannelsJson.ChannelJson of(ShowChannels.ChannelSummary channel);

    @Mapping(target = "minutes", expression = "java(time.minutes())")
    @Mapping(target = "hours", expression = "java(time.hours())")
    @Mapping(target = "averageSessionSeconds", expression = "java(average(time))")
    @Mapping(target = "firstWatched", source = "first.day")
    @Mapping(target = "lastWatched", source = "last.day")
    LifetimeJson.WatchTimeJson of(WatchTime time);

    @Mapping(target = "total", expression = "java(messages.total())")
    LifetimeJson.MessagesJson of(InteractionCounts messages);

    LifetimeJson.ActivityJson of(Activity activity);

    LifetimeJson.RankingsJson of(ViewerRanks ranks);

    @Mapping(target = "rank", expression = "java(standing.rank())")
    @Mapping(target = "population", expression = "java(standing.population())")
    @Mapping(target = "percentile", expression = "java(standing.percentile().orElse(null))")
    @Mapping(target = "topPercent", expression = "java(standing.topPercent())")
    LifetimeJson.StandingJson of(Standing standing);

    @Mapping(target = "badge", expression = "java(progress.badge().code())")
    @Mapping(target = "category", expression = "java(progress.badge().category().code())")
    @Mapping(target = "unit", expression = "java(progress.badge().unit().code())")
    @Mapping(target = "threshold", expression = "java(progress.badge().threshold())")
    @Mapping(target = "unlockedAt", source = "unlock.at")
    @Mapping(target = "precision", source = "unlock.precision")
    LifetimeJson.BadgeJson of(BadgeProgress progress);

    default LifetimeJson.RankJson of(ViewerRank rank) {
        return rank instanceof ViewerRank.Ranked ranked
                ? new LifetimeJson.RankJson(of(ranked.standing()), null)
                : new LifetimeJson.RankJson(null, ((ViewerRank.Unranked) rank).code());
    }

    default @Nullable Long average(WatchTime time) {
        return time.measuredSessions() == 0 ? null : time.averageSeconds().getAsLong();
    }

    default @Nullable String of(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    default @Nullable String of(@Nullable Precision precision) {
        return precision == null ? null : precision.code();
    }

    default String of(ZoneId zone) {
        return Zones.name(zone);
    }
}
