package dev.streakline.persistence.statistics;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.Statistics.RefreshSummary;
import dev.streakline.application.statistics.Statistics.StoreComparison;
import dev.streakline.application.statistics.Statistics.Unsupported;
import dev.streakline.application.statistics.StatisticsChange;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.persistence.announcement.AnnouncementRow;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.history.BatchHistories;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.history.FactRoom;
import dev.streakline.persistence.name.TitleCache;
import dev.streakline.persistence.policy.FoldVersionRow;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.StandingsMarks;
import dev.streakline.persistence.shard.ViewerBatch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Folds the viewers of one portion in one transaction, all of whose statements see one snapshot. */
final class BatchFold {

    private final Handle handle;
    private final FoldVersionRow version;
    private final Statistics.FoldFunction foldFunction;
    private final TitleCache titles;
    private final FactBound most;
    private final Instant now;

    /**
     * @param titles of the snapshot
     * @param most facts of the portion
     */
    BatchFold(
            Handle handle,
            FoldVersionRow version,
            Statistics.FoldFunction foldFunction,
            TitleCache titles,
            FactBound most,
            Instant now) {
        this.handle = handle;
        this.version = version;
        this.foldFunction = foldFunction;
        this.titles = titles;
        this.most = most;
        this.now = now;
    }

    /**
     * Folds viewers and stores changed statistics. The row of a marked viewer is written even without a change. So if
     * two transactions fold a viewer from different snapshots, the one with the older finds the row changed and tries
     * again.
     *
     * @param viewers to fold
     * @param facts contains all facts of the viewers, and perhaps others'
     */
    RefreshSummary refresh(ViewerBatch viewers, ViewerBatch facts, StoredRow.Locking locking) throws SQLException {
        List<StoredRow> rows = StoredRow.read(handle, viewers, locking);
        if (rows.isEmpty()) {
            return RefreshSummary.NOTHING;
        }
        BatchHistories histories =
                BatchHistories.forFold(handle, facts, version.policies().policies(), titles, new FactRoom(most));
        List<FoldedViewer> first = new ArrayList<>();
        List<FoldedViewer> again = new ArrayList<>();
        List<FoldedViewer> unchanged = new ArrayList<>();
        StandingsMarks moved = new StandingsMarks();
        for (StoredRow row : rows) {
            Histories.ViewerSnapshot snapshot = histories.of(row.viewerKey());
            FoldResult folded = foldFunction.fold(snapshot);
            StatisticsChange change = new StatisticsChange(folded, histories.listing(row.viewerKey()), now);
            FoldedBytes bytes = FoldedBytes.of(row.viewerKey(), change, titles.channels());
            boolean isChanged = !bytes.digest().equals(row.digest());
            if (isChanged || isToBeWritten(row)) {
                int pauses = snapshot.history().pauses().size();
                List<AnnouncementRow> announcements = announcements(row.viewerKey(), change, isChanged);
                FoldedViewer viewer = FoldedViewer.of(bytes, folded, pauses, version.number(), announcements, now);
                (!isChanged ? unchanged : row.foldVersion() == null ? first : again).add(viewer);
            }
            if (!bytes.ranked().equals(row.ranked())) {
                moved.add(row.viewerKey());
            }
        }
        FoldedViewer.insert(handle, first);
        FoldedViewer.updateStatistics(handle, again);
        FoldedViewer.updateTimes(handle, unchanged);
        ChannelRows channels = new ChannelRows(handle, moved);
        channels.insert(first);
        channels.update(viewers.shard(), again);
        moved.write(handle);
        int announced = announce(first, again, unchanged);
        removeMarks(viewers.shard(), rows);
        FailedFolds.remove(handle, viewers);
        return new RefreshSummary(rows.size(), first.size() + again.size(), announced);
    }

    /**
     * The announcements of a fold: badges, and milestones if the statistics differ from the stored ones. With equal
     * statistics only a badge can be new, by the time that has passed.
     */
    private List<AnnouncementRow> announcements(long viewerKey, StatisticsChange change, boolean isChanged) {
        Stream<AnnouncementRow> badges = change.folded().channels().stream().flatMap(entry -> {
            long channelKey = titles.channels().key(entry.channel());
            return change.unlocked(entry).stream()
                    .map(unlock -> AnnouncementRow.of(viewerKey, channelKey, unlock, now));
        });
        Stream<AnnouncementRow> milestones =
                change.achieved().stream().map(achieved -> AnnouncementRow.of(viewerKey, achieved, now));
        return (isChanged ? Stream.concat(milestones, badges) : badges).toList();
    }

    /** Records what is new; returns how many milestones are. */
    private int announce(List<FoldedViewer> first, List<FoldedViewer> again, List<FoldedViewer> unchanged)
            throws SQLException {
        List<AnnouncementRow> ofFirst = announcements(first);
        AnnouncementRow.copyFirst(handle, ofFirst);
        List<AnnouncementRow> ofOthers = Stream.concat(announcements(again).stream(), announcements(unchanged).stream())
                .toList();
        return AnnouncementRow.insertNew(handle, ofOthers)
                + (int) ofFirst.stream().filter(AnnouncementRow::isMilestone).count();
    }

    private static List<AnnouncementRow> announcements(List<FoldedViewer> viewers) {
        return viewers.stream()
                .flatMap(viewer -> viewer.announcements().stream())
                .toList();
    }

    private boolean isToBeWritten(StoredRow row) {
        Long nextChangeAt = row.nextChangeAt();
        return row.isMarked()
                || !Objects.equals(row.foldVersion(), version.number())
                || (nextChangeAt != null && nextChangeAt <= EpochMicros.of(now));
    }

    private void removeMarks(int shard, List<StoredRow> rows) {
        List<Long> marked = rows.stream()
                .filter(StoredRow::isMarked)
                .map(StoredRow::viewerKey)
                .toList();
        if (!marked.isEmpty()) {
            Marks.remove(handle, ViewerBatch.of(shard, marked));
        }
    }

    /** Folds viewers and compares the results with the stored statistics. */
    StoreComparison compare(ViewerBatch viewers) throws SQLException {
        List<StoredRow> rows = StoredRow.read(handle, viewers, StoredRow.Locking.NONE);
        Set<Long> awaited = Marks.viewersOfMarkedTitles(handle, viewers);
        Map<Long, List<Announcement>> announced = PostgresAnnouncements.of(handle, StoredRow.keys(rows));
        BatchHistories histories =
                BatchHistories.forFold(handle, viewers, version.policies().policies(), titles, new FactRoom(most));
        List<ViewerId> different = new ArrayList<>();
        List<Unsupported> unsupported = new ArrayList<>();
        int pending = 0;
        for (StoredRow row : rows) {
            FoldResult folded = foldFunction.fold(histories.of(row.viewerKey()));
            if (row.isMarked()
                    || awaited.contains(row.viewerKey())
                    || !Objects.equals(row.foldVersion(), version.number())) {
                pending++;
                continue;
            }
            ViewerId viewer = new ViewerId(row.name());
            StatisticsChange change = new StatisticsChange(folded, histories.listing(row.viewerKey()), now);
            if (!FoldedBytes.of(row.viewerKey(), change, titles.channels())
                    .digest()
                    .equals(row.digest())) {
                different.add(viewer);
            }
            StatisticsChange.unsupported(
                            Announcement.achievements(announced.getOrDefault(row.viewerKey(), List.of())),
                            change.achieved())
                    .forEach(recorded -> unsupported.add(new Unsupported(viewer, recorded)));
        }
        return new StoreComparison(rows.size(), pending, different, unsupported);
    }
}
