package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.ChannelsView.ChannelView;
import dev.streakline.application.lifetime.LifetimeView.BadgeView;
import dev.streakline.application.lifetime.LifetimeView.MessagesView;
import dev.streakline.application.lifetime.LifetimeView.RankView;
import dev.streakline.application.lifetime.LifetimeView.RankingsView;
import dev.streakline.application.lifetime.LifetimeView.StandingView;
import dev.streakline.application.lifetime.LifetimeView.WatchTimeView;
import dev.streakline.application.ranking.ViewerRank;
import dev.streakline.application.ranking.ViewerRanks;
import dev.streakline.application.view.ViewMapping;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics.BadgeProgress;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.ranking.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Copies statistics of channels into views. */
@Mapper(config = ViewMapping.class)
interface LifetimeMapper {

    @Mapping(target = "asOf", source = "asOf")
    @Mapping(target = "viewer", source = "viewer")
    @Mapping(target = "watchTime", source = "statistics.watchTime")
    @Mapping(target = "messages", source = "statistics.messages")
    @Mapping(target = "rankings", source = "ranks")
    @Mapping(target = "radarScores", source = "statistics.radar")
    LifetimeView view(
            Instant asOf,
            ViewerId viewer,
            String channel,
            ZoneId zone,
            LifetimeStatistics statistics,
            @Nullable ViewerRanks ranks);

    ChannelView view(ChannelSummary channel);

    @Mapping(target = "minutes", source = "time", qualifiedByName = "minutes")
    @Mapping(target = "hours", source = "time", qualifiedByName = "hoursOf")
    @Mapping(target = "averageSessionSeconds", source = "time", qualifiedByName = "average")
    @Mapping(target = "firstWatched", source = "first.day")
    @Mapping(target = "lastWatched", source = "last.day")
    WatchTimeView view(WatchTime time);

    @Mapping(target = "total", source = "counts", qualifiedByName = "total")
    MessagesView view(InteractionCounts counts);

    RankingsView view(ViewerRanks ranks);

    @Mapping(target = "badge", source = "badge", qualifiedByName = "code")
    @Mapping(target = "category", source = "badge", qualifiedByName = "category")
    @Mapping(target = "unit", source = "badge", qualifiedByName = "unit")
    @Mapping(target = "threshold", source = "badge", qualifiedByName = "threshold")
    @Mapping(target = "unlockedAt", source = "unlock.at")
    @Mapping(target = "precision", source = "unlock.precision")
    BadgeView view(BadgeProgress progress);

    /** The rank or the reason. */
    default RankView view(ViewerRank rank) {
        return rank.match(
                ranked -> new RankView(view(ranked.standing()), null), unranked -> new RankView(null, unranked.code()));
    }

    /** The members of a rank. */
    default StandingView view(Standing standing) {
        return new StandingView(
                standing.rank(),
                standing.population(),
                standing.below(),
                standing.equal(),
                standing.above(),
                standing.percentile().orElse(null),
                standing.topPercent());
    }

    /** Whole minutes. */
    @Named("minutes")
    default long minutes(WatchTime time) {
        return time.minutes();
    }

    /** Hours to two decimals. */
    @Named("hoursOf")
    default BigDecimal hours(WatchTime time) {
        return time.hours();
    }

    /** The seconds of an average session; null without a length. */
    @Named("average")
    default @Nullable Long average(WatchTime time) {
        return time.measuredSessions() == 0 ? null : time.averageSeconds().getAsLong();
    }

    /** All messages. */
    @Named("total")
    default int total(InteractionCounts counts) {
        return counts.total();
    }

    /** The code of a badge. */
    @Named("code")
    default String code(Badge badge) {
        return badge.code();
    }

    /** The code of a badge's category. */
    @Named("category")
    default String category(Badge badge) {
        return badge.category().code();
    }

    /** The code of a badge's unit. */
    @Named("unit")
    default String unit(Badge badge) {
        return badge.unit().code();
    }

    /** The threshold of a badge. */
    @Named("threshold")
    default int threshold(Badge badge) {
        return badge.threshold();
    }
}
