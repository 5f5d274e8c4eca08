package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories.ViewerSnapshot;
import dev.streakline.application.memory.MemoryStatistics.LastFold;
import dev.streakline.application.viewer.Profile;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.ViewerHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What one transaction reads and writes: the whole state of a store in memory, each part in a class of its own, and the
 * queries over several parts. {@link Memory} keeps the lock while a transaction runs.
 */
record MemoryTransaction(
        MemoryFacts facts,
        TitleFacts titles,
        MemoryNames names,
        MemoryPolicies policies,
        MemoryMarks marks,
        MemoryFailedFolds failedFolds,
        MemoryStatistics statistics,
        MemoryAnnouncements announcements,
        MemoryRankings rankings,
        MemoryIntake intake) {

    static MemoryTransaction overEmptyStore() {
        return new MemoryTransaction(
                new MemoryFacts(),
                new TitleFacts(),
                new MemoryNames(),
                new MemoryPolicies(),
                new MemoryMarks(),
                new MemoryFailedFolds(),
                new MemoryStatistics(),
                new MemoryAnnouncements(),
                new MemoryRankings(),
                new MemoryIntake());
    }

    /** The history of a viewer, which stays as it is; empty when no fact of the viewer was accepted. */
    Optional<ViewerSnapshot> history(ViewerId viewer) {
        return facts.of(viewer).map(this::snapshot);
    }

    private ViewerSnapshot snapshot(Collection<Fact> ofViewer) {
        NameIndex platforms = new NameIndex();
        ViewerHistory history = ViewerFacts.history(ofViewer, names.titles(), names.channels(), platforms);
        Titles known = titles.catalogue(names.titles(), names.channels());
        Catalogue catalogue = new Catalogue(known, names.channelsToShow(), platforms);
        return new ViewerSnapshot(history, catalogue, policies.current().policies());
    }

    /** The profile of a viewer; empty when no fact of the viewer was accepted. */
    Optional<Profile> profile(ViewerId viewer, Instant now) {
        return facts.of(viewer).map(ofViewer -> Profile.of(viewer, ofViewer, now));
    }

    /** The result of the last fold of a viewer; empty when it may be out of date. */
    Optional<LastFold> currentFold(ViewerId viewer) {
        return marks.has(viewer) ? Optional.empty() : statistics.find(viewer);
    }
}
