package dev.streakline.application.memory;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.FactLog;
import dev.streakline.application.history.Histories;
import dev.streakline.application.history.Selection;
import dev.streakline.application.history.Statistics;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.history.ViewerStatistics;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.Announcement;
import dev.streakline.domain.viewing.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps facts and statistics in memory. One lock makes every call one transaction; a history that was read stays as it
 * was.
 */
public final class InMemoryStore implements FactLog, Histories, Statistics {

    private static final Comparator<ViewerId> BY_NAME = Comparator.comparing(ViewerId::value, Names.CODE_POINT_ORDER);

    private final Map<FactId, Stored> facts = new HashMap<>();
    private final Map<ViewerId, Map<FactId, Fact>> byViewer = new TreeMap<>(BY_NAME);
    private final TitleFacts titleFacts = new TitleFacts();
    private final Names titleKeys = new Names();
    private final Set<ViewerId> marked = new HashSet<>();
    /** A title fact may concern any viewer; then all of them are due. */
    private boolean titlesChanged;

    private final Map<ViewerId, KeptViewer> kept = new HashMap<>();
    private final Map<ViewerId, List<Announcement>> ledger = new HashMap<>();

    /** An empty store. */
    public InMemoryStore() {}

    /** A fact that was accepted, and whether it still counts. */
    private record Stored(Fact fact, ContentDigest content, State state) {
        private enum State {
            COUNTS,
            WITHDRAWN
        }
    }

    @Override
    public synchronized List<Verdict> append(List<Reading.Read> batch) {
        return batch.stream().map(this::append).toList();
    }

    private Verdict append(Reading.Read read) {
        Stored known = facts.get(read.fact().id());
        if (known != null) {
            if (known.state() == Stored.State.WITHDRAWN) {
                return Verdict.withdrawn();
            }
            return known.content().equals(read.digest()) ? Verdict.duplicate() : Verdict.conflict();
        }
        facts.put(read.fact().id(), new Stored(read.fact(), read.digest(), Stored.State.COUNTS));
        if (read.fact() instanceof TitleFact title) {
            titleFacts.add(title);
            titlesChanged = true;
        } else if (read.fact().id().space() == Space.VIEWER) {
            ViewerId viewer = new ViewerId(read.fact().id().subject());
            byViewer.computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                    .put(read.fact().id(), read.fact());
            marked.add(viewer);
        }
        return Verdict.accepted();
    }

    @Override
    public synchronized Withdrawal withdraw(FactId id) {
        Stored known = facts.get(id);
        if (known == null) {
            return Withdrawal.UNKNOWN;
        }
        if (known.state() == Stored.State.WITHDRAWN) {
            return Withdrawal.ALREADY_WITHDRAWN;
        }
        facts.put(id, new Stored(known.fact(), known.content(), Stored.State.WITHDRAWN));
        if (known.fact() instanceof TitleFact title) {
            titleFacts.remove(title);
            titlesChanged = true;
        } else if (id.space() == Space.VIEWER) {
            ViewerId viewer = new ViewerId(id.subject());
            Optional.ofNullable(byViewer.get(viewer)).ifPresent(his -> his.remove(id));
            marked.add(viewer);
        }
        return Withdrawal.WITHDRAWN;
    }

    @Override
    public synchronized List<ViewerId> viewers() {
        return List.copyOf(byViewer.keySet());
    }

    @Override
    public synchronized Optional<Known> history(ViewerId viewer) {
        return Optional.ofNullable(byViewer.get(viewer)).map(his -> {
            Names platforms = new Names();
            ViewerHistory history = ViewerFacts.history(his.values(), titleKeys, platforms);
            return new Known(history, new Catalogue(titleFacts.catalogue(titleKeys), platforms));
        });
    }

    @Override
    public synchronized Kept keep(Selection which, Folding folding, Instant now) {
        int viewers = 0;
        int announced = 0;
        for (ViewerId viewer : select(which)) {
            Optional<Known> known = history(viewer);
            if (known.isPresent()) {
                ViewerStatistics statistics = folding.fold(known.get());
                kept.put(
                        viewer,
                        new KeptViewer(statistics, statistics.nextChangeAt(now).orElse(null)));
                announced += announce(viewer, statistics.achievements(), now);
                viewers++;
            }
            marked.remove(viewer);
        }
        titlesChanged = titlesChanged && which instanceof Selection.One;
        return new Kept(viewers, announced);
    }

    private List<ViewerId> select(Selection which) {
        if (which instanceof Selection.One one) {
            return List.of(one.viewer());
        } else if (which instanceof Selection.Due due) {
            return byViewer.keySet().stream()
                    .filter(viewer -> titlesChanged || marked.contains(viewer) || hasChanged(viewer, due.now()))
                    .toList();
        } else {
            return viewers();
        }
    }

    private boolean hasChanged(ViewerId viewer, Instant now) {
        return Optional.ofNullable(kept.get(viewer))
                .map(KeptViewer::nextChangeAt)
                .filter(change -> !change.isAfter(now))
                .isPresent();
    }

    private int announce(ViewerId viewer, List<Achievement> achievements, Instant now) {
        List<Announcement> his = ledger.computeIfAbsent(viewer, unseen -> new ArrayList<>());
        int before = his.size();
        for (Achievement achievement : achievements) {
            if (his.stream().noneMatch(announced -> announced.isOf(achievement))) {
                his.add(Announcement.of(achievement, now));
            }
        }
        return his.size() - before;
    }

    @Override
    public synchronized Optional<KeptViewer> kept(ViewerId viewer) {
        return Optional.ofNullable(kept.get(viewer));
    }

    @Override
    public synchronized List<Announcement> announced(ViewerId viewer) {
        return List.copyOf(ledger.getOrDefault(viewer, List.of()));
    }
}
