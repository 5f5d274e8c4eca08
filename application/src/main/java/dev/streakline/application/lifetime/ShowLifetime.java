package dev.streakline.application.lifetime;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.domain.history.FoldedHistory;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.lifetime.OnChannel;
import dev.streakline.domain.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Says what a viewer is to a channel. */
public final class ShowLifetime {

    private final ReadHistory histories;

    /** Answers from these histories. */
    public ShowLifetime(ReadHistory histories) {
        this.histories = histories;
    }

    /**
     * What a viewer is to a channel at a moment (section 7); nothing at all, in zeros, to one where he never was or that nobody
     * knows (section 17).
     *
     * @param channel its id; the exact text counts
     * @return empty when nothing is known of the viewer
     */
    public Optional<Answer> of(ViewerId viewer, String channel, AsOf moment) {
        return histories.of(viewer, moment).map(known -> answer(channel, known));
    }

    private static Answer answer(String channel, ReadHistory.AtMoment known) {
        FoldedHistory folded = known.folded();
        Streaks streaks = folded.viewer().streaks();
        ChannelStatistics statistics = folded.channels().stream()
                .filter(each ->
                        known.catalogue().channels().nameOf(each.channel()).equals(channel))
                .map(OnChannel::statistics)
                .findFirst()
                .orElse(ChannelStatistics.NONE);
        return new Answer(
                known.now(),
                known.zone(),
                streaks.todayAt(known.now()),
                channel,
                LifetimeStatistics.of(statistics, streaks, known.now()));
    }

    /**
     * What a viewer is to a channel, and what that is about.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param channel its id
     */
    public record Answer(Instant asOf, ZoneId zone, LocalDate today, String channel, LifetimeStatistics statistics) {}
}
