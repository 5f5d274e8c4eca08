package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.lifetime.Radar;
import dev.streakline.domain.lifetime.SessionStart;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.streak.Streak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Statistics as text, by which both implementations are compared. */
final class Words {

    private Words() {}

    static String streak(
            String state,
            int current,
            @Nullable LocalDate start,
            int longest,
            @Nullable LocalDate longestStart,
            @Nullable LocalDate longestEnd,
            @Nullable LocalDate lastWatched,
            @Nullable Instant expiresAt,
            int freezes) {
        return state + " " + current + " from " + start + ", longest " + longest + " from " + longestStart + " to "
                + longestEnd + ", last " + lastWatched + ", expires " + expiresAt + ", freezes " + freezes;
    }

    static String of(Streak streak) {
        Run longest = streak.longest();
        return streak(
                streak.state().name(),
                streak.current(),
                streak.start(),
                longest == null ? 0 : longest.length(),
                longest == null ? null : longest.start(),
                longest == null ? null : longest.end(),
                streak.lastWatched(),
                streak.expiresAt(),
                streak.freezes());
    }

    static Set<String> of(List<Achievement> achievements) {
        Set<String> words = new TreeSet<>();
        achievements.forEach(each -> words.add(
                each.measure() + " " + each.rung().threshold() + " " + each.achievedAt() + " " + each.precision()));
        return words;
    }

    static String badge(Badge badge, int progress, @Nullable String unlocked) {
        return badge.code() + " " + progress + " at " + unlocked + ", ";
    }

    static String lifetime(
            List<Long> sessionsAndSeconds,
            @Nullable String first,
            @Nullable String last,
            List<Integer> messages,
            long bits,
            List<Integer> loyalty,
            String activity,
            String badges,
            List<Integer> radar) {
        return sessionsAndSeconds + " from " + first + " to " + last + ", messages " + messages + " bits " + bits
                + ", loyalty " + loyalty + ", activity " + activity + ", " + badges + "radar " + radar;
    }

    static String of(LifetimeStatistics statistics) {
        WatchTime time = statistics.watchTime();
        InteractionCounts messages = statistics.messages();
        LifetimeStatistics.Loyalty loyalty = statistics.loyalty();
        LifetimeStatistics.Activity activity = statistics.activity();
        Radar radar = statistics.radar();
        StringBuilder badges = new StringBuilder();
        statistics.badges().forEach(each -> {
            BadgeUnlock unlock = each.unlock();
            badges.append(badge(
                    each.badge(), each.progress(), unlock == null ? null : unlock.at() + " " + unlock.precision()));
        });
        return lifetime(
                List.of(
                        (long) time.sessions(),
                        (long) time.measuredSessions(),
                        time.seconds(),
                        time.estimatedSeconds()),
                of(time.first()),
                of(time.last()),
                List.of(
                        messages.total(),
                        messages.chat(),
                        messages.subscriptions(),
                        messages.cheers(),
                        messages.gifts(),
                        messages.raids()),
                messages.bits(),
                List.of(loyalty.trackingDays(), loyalty.activeDays(), loyalty.longestStreak(), loyalty.currentStreak()),
                activity.last30Days() + " " + activity.last90Days() + " "
                        + (activity.mostActiveMonth() == null ? "none" : activity.mostActiveMonth()) + " "
                        + activity.mostActiveMonthDays(),
                badges.toString(),
                List.of(
                        radar.watchTime(),
                        radar.interaction(),
                        radar.loyalty(),
                        radar.activity(),
                        radar.contribution(),
                        radar.community()));
    }

    private static @Nullable String of(@Nullable SessionStart sessionStart) {
        return sessionStart == null
                ? null
                : sessionStart.day() + " " + sessionStart.at() + " " + sessionStart.precision();
    }
}
