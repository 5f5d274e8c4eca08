package dev.streakline.cli.statistics;

import dev.streakline.application.lifetime.ChannelsView;
import dev.streakline.application.lifetime.ChannelsView.ChannelView;
import dev.streakline.application.lifetime.LifetimeView;
import dev.streakline.application.lifetime.LifetimeView.ActivityView;
import dev.streakline.application.lifetime.LifetimeView.BadgeView;
import dev.streakline.application.lifetime.LifetimeView.LoyaltyView;
import dev.streakline.application.lifetime.LifetimeView.MessagesView;
import dev.streakline.application.lifetime.LifetimeView.RadarView;
import dev.streakline.application.lifetime.LifetimeView.WatchTimeView;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints for people a viewer's statistics on a channel, and the list of the viewer's channels. */
final class ChannelText {

    /**
     * Where no length is known, as in whole histories of some services, the number of sessions is more useful than the
     * order of the view.
     */
    private static final Comparator<ChannelView> MOST_WATCHED = Comparator.comparingLong(
                    (ChannelView each) -> each.watchTime().seconds())
            .thenComparingInt(each -> each.watchTime().sessions())
            .reversed();

    private static final int SHOWN_CHANNELS = 5;
    private static final int BAR = 20;
    private static final String ROW = "  %8s%10s%10s%6s  %-12s%s%n";

    private final PrintWriter out;

    ChannelText(PrintWriter out) {
        this.out = out;
    }

    /** Prints an answer that is not {@linkplain LifetimeView#hasNothing() empty}. */
    void print(LifetimeView view) {
        heading(view);
        line("watched", watched(view.watchTime()));
        line("messages", messages(view.messages()));
        loyalty(view.loyalty());
        line("activity", activity(view.activity()));
        out.println();
        radar(view.radarScores());
        out.println();
        badges(view.badges(), ZoneId.of(view.zone()));
        out.println();
    }

    /**
     * Prints that a viewer has nothing on a channel, which may be mistyped, and some of the channels where they have.
     */
    void printNothing(LifetimeView view, ChannelsView known) {
        heading(view);
        String viewer = Terminal.plain(view.viewer());
        out.println("  no session and no message on this channel");
        out.println("  " + (known.items().isEmpty() ? noChannel(viewer) : viewer + " was active on " + some(known)));
        out.println();
    }

    private static String some(ChannelsView known) {
        int more = known.items().size() - SHOWN_CHANNELS;
        return mostWatched(known).stream()
                        .limit(SHOWN_CHANNELS)
                        .map(each -> Terminal.plain(each.channel()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more; --channels lists them" : "");
    }

    /** Prints a line for each channel, with its name last, since that may be of any width. */
    void print(ChannelsView view) {
        out.println(Terminal.plain(view.viewer()) + "   as of " + view.asOf() + ", " + view.zone());
        out.println();
        if (view.items().isEmpty()) {
            out.println("  " + noChannel(Terminal.plain(view.viewer())));
        } else {
            out.printf(ROW, "hours", "sessions", "messages", "days", "last", "channel");
        }
        for (ChannelView each : mostWatched(view)) {
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

    private static List<ChannelView> mostWatched(ChannelsView view) {
        return view.items().stream().sorted(MOST_WATCHED).toList();
    }

    private static String noChannel(String viewer) {
        return "no fact about " + viewer + " names a channel";
    }

    private void heading(LifetimeView view) {
        out.println(Terminal.plain(view.viewer()) + " on " + Terminal.plain(view.channel()) + "   as of " + view.asOf()
                + ", " + view.zone());
        out.println();
    }

    private void line(String name, String text) {
        out.printf("  %-12s%s%n", name, text);
    }

    private static String watched(WatchTimeView time) {
        if (time.sessions() == 0) {
            return "nothing";
        }
        String average = time.averageSessionSeconds() == null
                ? "length unknown"
                : "average " + length(time.averageSessionSeconds());
        return time.hours() + " h in " + Terminal.count(time.sessions(), "session") + ", " + average + ", "
                + time.firstWatched() + " to " + time.lastWatched();
    }

    /** Minutes, half up; under one, seconds. */
    private static String length(long seconds) {
        return seconds < 60 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }

    private static String messages(MessagesView messages) {
        return messages.total() == 0
                ? "none"
                : messages.total() + ": chat " + messages.chat() + ", subscriptions " + messages.subscriptions()
                        + ", cheers " + messages.cheers() + " (" + Terminal.count(messages.bits(), "bit") + "), gifts "
                        + messages.gifts() + ", raids " + messages.raids();
    }

    private void loyalty(LoyaltyView loyalty) {
        line(
                "loyalty",
                StatsText.days(loyalty.trackingDays()) + " from the first to today, active on " + loyalty.activeDays());
        line(
                "streak",
                StatsText.days(loyalty.currentStreak()) + ", longest " + StatsText.days(loyalty.longestStreak()));
    }

    private static String activity(ActivityView activity) {
        return activity.last30Days() + " of the last 30 days, " + activity.last90Days() + " of the last 90, most in "
                + activity.mostActiveMonth() + " (" + StatsText.days(activity.mostActiveMonthDays()) + ")";
    }

    private void radar(RadarView radar) {
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
    private void badges(List<BadgeView> badges, ZoneId zone) {
        String category = "";
        for (BadgeView badge : badges) {
            out.printf(
                    "  %-13s%-14s%-20s%s%n",
                    badge.category().equals(category) ? "" : badge.category(),
                    badge.badge(),
                    Terminal.count(badge.threshold(), singular(badge.unit())),
                    badge.unlockedAt() == null
                            ? badge.progress() + " %"
                            : LocalDate.ofInstant(badge.unlockedAt(), zone));
            category = badge.category();
        }
    }

    private static String singular(String unit) {
        return unit.replace('-', ' ').replaceFirst("s$", "");
    }
}
