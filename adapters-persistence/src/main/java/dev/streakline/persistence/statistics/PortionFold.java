package dev.streakline.persistence.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.Statistics.Comparison;
import dev.streakline.application.statistics.Statistics.Kept;
import dev.streakline.application.statistics.Statistics.Unsupported;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.milestone.Announcement;
import dev.streakline.domain.statistics.FoldedHistory;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.history.FactRoom;
import dev.streakline.persistence.history.PortionHistories;
import dev.streakline.persistence.name.TitlesAtHand;
import dev.streakline.persistence.policy.Stamp;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.Portion;
import dev.streakline.persistence.shard.StandingsMarks;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Folds the viewers of one portion in one transaction, all of whose statements see one snapshot. */
final class PortionFold {

    private final Handle handle;
    private final Stamp stamp;
    private final Statistics.Folding folding;
    private final TitlesAtHand titles;
    private final FactBound most;
    private final Instant now;

    /**
     * @param titles of the snapshot
     * @param most facts of the portion
     */
    PortionFold(
            Handle handle, Stamp stamp, Statistics.Folding folding, TitlesAtHand titles, FactBound most, Instant now) {
        this.handle = handle;
        this.stamp = stamp;
        this.folding = folding;
        this.titles = titles;
        this.most = most;
        this.now = now;
    }

    /**
     * Folds viewers and keeps what differs. The row of a marked viewer is written even when nothing differs: of two who
     * fold him from different snapshots the one with the older finds it changed, and tries again.
     *
     * @param viewers to fold
     * @param facts holds all facts of the viewers, and perhaps others'
     */
    Kept keep(Portion viewers, Portion facts, KeptRow.Locking locking) throws SQLException {
        List<KeptRow> rows = KeptRow.read(handle, viewers, locking);
        if (rows.isEmpty()) {
            return Kept.NOTHING;
        }
        PortionHistories histories =
                PortionHistories.forFold(handle, facts, stamp.policies().policies(), titles, new FactRoom(most));
        List<FoldedViewer> first = new ArrayList<>();
        List<FoldedViewer> again = new ArrayList<>();
        List<FoldedViewer> unchanged = new ArrayList<>();
        StandingsMarks moved = new StandingsMarks();
        for (KeptRow row : rows) {
            Histories.Known known = histories.of(row.viewerKey());
            FoldedHistory folded = folding.fold(known);
            FoldedBytes bytes = bytes(row, folded, histories);
            boolean isChanged = !bytes.digest().equals(row.digest());
            if (isChanged || isToBeWritten(row)) {
                int pauses = known.history().pauses().size();
                FoldedViewer viewer = FoldedViewer.of(bytes, folded, pauses, titles.channels(), stamp.number(), now);
                (!isChanged ? unchanged : row.stamp() == null ? first : again).add(viewer);
            }
            if (!bytes.ranked().equals(row.ranked())) {
                moved.add(row.viewerKey());
            }
        }
        FoldedViewer.keepFirst(handle, first);
        FoldedViewer.keepStatistics(handle, again);
        FoldedViewer.keepTimes(handle, unchanged);
        ChannelRows channels = new ChannelRows(handle, moved);
        channels.keepFirst(first);
        channels.keep(viewers.shard(), again);
        moved.write(handle);
        int announced = Announcements.achievedFirst(handle, first) + Announcements.achieved(handle, again);
        for (List<FoldedViewer> folded : List.of(first, again, unchanged)) {
            Announcements.unlocked(handle, folded);
        }
        removeMarks(viewers.shard(), rows);
        FailedFolds.remove(handle, viewers);
        return new Kept(rows.size(), first.size() + again.size(), announced);
    }

    private FoldedBytes bytes(KeptRow row, FoldedHistory folded, PortionHistories histories) {
        return FoldedBytes.of(row.viewerKey(), folded, titles.channels(), histories.listing(row.viewerKey()));
    }

    private boolean isToBeWritten(KeptRow row) {
        Long nextChangeAt = row.nextChangeAt();
        return row.isMarked()
                || !Objects.equals(row.stamp(), stamp.number())
                || (nextChangeAt != null && nextChangeAt <= EpochMicros.of(now));
    }

    private void removeMarks(int shard, List<KeptRow> rows) {
        List<Long> marked =
                rows.stream().filter(KeptRow::isMarked).map(KeptRow::viewerKey).toList();
        if (!marked.isEmpty()) {
            Marks.remove(handle, Portion.of(shard, marked));
        }
    }

    /** Folds viewers and compares what comes out with what is kept. */
    Comparison compare(Portion viewers) throws SQLException {
        List<KeptRow> rows = KeptRow.read(handle, viewers, KeptRow.Locking.NONE);
        Set<Long> awaited = Marks.viewersOfMarkedTitles(handle, viewers);
        Map<Long, List<Announcement>> ledgers = Ledger.of(handle, KeptRow.keys(rows));
        PortionHistories histories =
                PortionHistories.forFold(handle, viewers, stamp.policies().policies(), titles, new FactRoom(most));
        List<ViewerId> different = new ArrayList<>();
        List<Unsupported> unsupported = new ArrayList<>();
        int pending = 0;
        for (KeptRow row : rows) {
            FoldedHistory folded = folding.fold(histories.of(row.viewerKey()));
            if (row.isMarked() || awaited.contains(row.viewerKey()) || !Objects.equals(row.stamp(), stamp.number())) {
                pending++;
                continue;
            }
            ViewerId viewer = new ViewerId(row.name());
            if (!bytes(row, folded, histories).digest().equals(row.digest())) {
                different.add(viewer);
            }
            ledgers.getOrDefault(row.viewerKey(), List.of()).stream()
                    .filter(announced -> folded.viewer().achievements().stream().noneMatch(announced::isOf))
                    .forEach(announced -> unsupported.add(new Unsupported(viewer, announced)));
        }
        return new Comparison(rows.size(), pending, different, unsupported);
    }
}
