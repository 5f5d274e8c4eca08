package dev.streakline.cli.statistics;

import dev.streakline.cli.statistics.ChannelAnswer.ActivityJson;
import dev.streakline.cli.statistics.ChannelAnswer.BadgeJson;
import dev.streakline.cli.statistics.ChannelAnswer.LoyaltyJson;
import dev.streakline.cli.statistics.ChannelAnswer.MessagesJson;
import dev.streakline.cli.statistics.ChannelAnswer.RadarJson;
import dev.streakline.cli.statistics.ChannelAnswer.WatchTimeJson;
import dev.streakline.cli.statistics.ChannelsAnswer.ChannelJson;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints for people what a viewer is to a channel, and which channels he has. */
final class ChannelText {

    /** Where no length is known, which is all of some histories, sessions say more than the order of the answer. */
    private static final Comparator<ChannelJson> MOST_WATCHED = Comparator.comparingLong(
                    (ChannelJson each) -> each.watchTime().seconds())
            .thenComparingInt(each -> each.watchTime().sessions())
            .reversed();

    private static final int SHOWN_CHANNELS = 5;
    private static final int BAR = 20;
    private static final String ROW = "  %8s%10s%10s%6s  %-12s%s%n";

    private final PrintWriter out;

    ChannelText(PrintWriter out) {
        this.out = out;
    }

    /** Prints an answer that is not {@linkplain ChannelAnswer#hasNothing() empty}. */
    void print(ChannelAnswer answer) {
        heading(answer);
        line("watched", watched(answer.watchTime()));
        line("messages", messages(answer.messages()));
        loyalty(answer.loyalty());
        line("activity", activity(answer.activity()));
        out.println();
        radar(answer.radarScores());
        out.println();
        badges(answer.badges(), ZoneId.of(answer.zone()));
        out.println();
    }

    /** Prints that a viewer has nothing on a channel, which may be mistyped, and some of those where he has. */
    void printNothing(ChannelAnswer answer, ChannelsAnswer known) {
        heading(answer);
        String viewer = Terminal.plain(answer.viewer());
        out.println("  no session and no message there");
        out.println("  " + (known.channels().isEmpty() ? noChannel(viewer) : viewer + " was on " + some(known)));
        out.println();
    }

    private static String some(ChannelsAnswer known) {
        int more = known.channels().size() - SHOWN_CHANNELS;
        return mostWatched(known).stream()
                        .limit(SHOWN_CHANNELS)
                        .map(each -> Terminal.plain(each.channel()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more; --channels lists them" : "");
    }

    /** Prints a line for each channel, its name last, since that may be of any width. */
    void print(ChannelsAnswer answer) {
        out.println(Terminal.plain(answer.viewer()) + "   as of " + answer.asOf() + ", " + answer.zone());
        out.println();
        if (answer.channels().isEmpty()) {
            out.println("  " + noChannel(Terminal.plain(answer.viewer())));
        } else {
            out.printf(ROW, "hours", "sessions", "messages", "days", "last", "channel");
        }
        for (ChannelJson each : mostWatched(answer)) {
            out.printf(
                    ROW,
                    each.watchTime().hours(),
                    each.watchTime().sessions(),
                    each.messages().total(),
                    each.activeDays(),
                    each.lastActive(),
                    Terminal.plain(each.channel()));
        }
        out.println();
    }

    private static List<ChannelJson> mostWatched(ChannelsAnswer answer) {
        return answer.channels().stream().sorted(MOST_WATCHED).toList();
    }

    private static String noChannel(String viewer) {
        return "nothing that is known of " + viewer + " names a channel";
    }

    private void heading(ChannelAnswer answer) {
        out.println(Terminal.plain(answer.viewer()) + " on " + Terminal.plain(answer.channel()) + "   as of "
                + answer.asOf() + ", " + answer.zone());
        out.println();
    }

    private void line(String name, String text) {
        out.printf("  %-12s%s%n", name, text);
    }

    private static String watched(WatchTimeJson time) {
        if (time.sessions() == 0) {
            return "nothing";
        }
        String average = time.averageSessionSeconds() == null
                ? "length unknown"
                : "average " + length(time.averageSessionSeconds());
        return time.hours() + " h in " + count(time.sessions(), "sessions") + ", " + average + ", "
                + time.firstWatched() + " to " + time.lastWatched();
    }

    /** Minutes, half up; under one, seconds. */
    private static String length(long seconds) {
        return seconds < 60 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }

    private static String messages(MessagesJson messages) {
        return messages.total() == 0
                ? "none"
                : messages.total() + ": chat " + messages.chat() + ", subscriptions " + messages.subscriptions()
                        + ", cheers " + messages.cheers() + " (" + count(messages.bits(), "bits") + "), gifts "
                        + messages.gifts() + ", raids " + messages.raids();
    }

    private void loyalty(LoyaltyJson loyalty) {
        line(
                "loyalty",
                StatsText.days(loyalty.trackingDays()) + " from the first to today, active on " + loyalty.activeDays());
        line(
                "streak",
                StatsText.days(loyalty.currentStreak()) + ", longest " + StatsText.days(loyalty.longestStreak()));
    }

    private static String activity(ActivityJson activity) {
        return activity.last30Days() + " of the last 30 days, " + activity.last90Days() + " of the last 90, most in "
                + activity.mostActiveMonth() + " (" + StatsText.days(activity.mostActiveMonthDays()) + ")";
    }

    private void radar(RadarJson radar) {
        side("watch time", radar.watchTime());
        side("messages", radar.interaction());
        side("loyalty", radar.loyalty());
        side("activity", radar.activity());
        side("bits", radar.contribution());
        side("subscriptions", radar.community());
    }

    private void side(String name, int value) {
        int full = value * BAR / 100;
        out.printf(Locale.ROOT, "  %-15s%s%s%4d%n", name, "█".repeat(full), "░".repeat(BAR - full), value);
    }

    /** Each with its date in the zone of the answer, or how far it is. */
    private void badges(List<BadgeJson> badges, ZoneId zone) {
        String category = "";
        for (BadgeJson badge : badges) {
            out.printf(
                    "  %-13s%-14s%-20s%s%n",
                    badge.category().equals(category) ? "" : badge.category(),
                    badge.badge(),
                    count(badge.threshold(), badge.unit().replace('-', ' ')),
                    badge.unlockedAt() == null
                            ? badge.progress() + " %"
                            : LocalDate.ofInstant(Instant.parse(badge.unlockedAt()), zone));
            category = badge.category();
        }
    }

    /** A number of things whose plural ends in s. */
    private static String count(long number, String things) {
        return number + " " + (number == 1 ? things.substring(0, things.length() - 1) : things);
    }
}
