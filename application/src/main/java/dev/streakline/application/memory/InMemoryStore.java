package dev.streakline.application.memory;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.announcement.MilestoneAchieved;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.statistics.DueState;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.StatisticsChange;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps facts and statistics in memory. One lock makes every call one transaction; a history that was read stays as it
 * was.
 */
public final class InMemoryStore implements FactLog, Histories, Statistics, PolicyVersions, Archive, Profiles {

    static final Comparator<ViewerId> BY_NAME = Comparator.comparing(ViewerId::value, NameIndex.CODE_POINT_ORDER);

    private PolicyVersion policies = new PolicyVersion(0, Policies.DEFAULT);
    private final Map<FactId, InMemoryFact> facts = new HashMap<>();
    private final Map<ViewerId, Map<FactId, Fact>> byViewer = new TreeMap<>(BY_NAME);
    private final TitleFacts titleFacts = new TitleFacts();
    private final NameIndex titleKeys = new NameIndex();
    private final NameIndex channels = new NameIndex();
    private NameIndex channelsToShow = new NameIndex();
    private final InMemoryMarks marks = new InMemoryMarks();
    private final InstantSource clock;
    /** A title fact or another policy may concern any viewer. */
    private boolean everybodyIsDue;

    private final InMemoryStatistics kept = new InMemoryStatistics();
    private final InMemoryAnnouncements announcements = new InMemoryAnnouncements(this);
    private final InMemoryFailedFolds failed = new InMemoryFailedFolds();
    private final InMemoryRankings rankings;
    private final InMemoryLifetimeStore lifetimes;
    private final InMemoryIntake intake;
    private final InMemorySelection selected;

    /** An empty store, in which every mark is old. */
    public InMemoryStore() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    /** An empty store that dates marks by this clock. */
    public InMemoryStore(InstantSource clock) {
        this.clock = clock;
        this.rankings = new InMemoryRankings(this, clock, this::nameOf, announcements);
        this.lifetimes = new InMemoryLifetimeStore(this, this, kept, rankings);
        this.intake = new InMemoryIntake(this::holdings, this::hasFacts);
        this.selected = new InMemorySelection(
                this::viewers,
                channel -> viewer -> everybodyIsDue || marks.has(viewer) || kept.isOn(viewer, channel),
                this::dueState);
    }

    /** The intake rules of this store, and what is counted for them. */
    public InMemoryIntake intake() {
        return intake;
    }

    private synchronized Holdings holdings(ViewerId viewer) {
        return kept.holdings(viewer);
    }

    private synchronized boolean hasFacts() {
        return !facts.isEmpty();
    }

    /** What was announced of the viewers of this store. */
    public InMemoryAnnouncements announcements() {
        return announcements;
    }

    /** The statistics on channels of the viewers of this store. */
    public InMemoryLifetimeStore lifetimes() {
        return lifetimes;
    }

    /** The rankings of the viewers of this store. */
    public InMemoryRankings rankings() {
        return rankings;
    }

    private @Nullable String nameOf(ViewerId viewer) {
        return find(viewer, clock.instant()).map(Profile::name).orElse(null);
    }

    @Override
    public synchronized List<IngestResult> append(List<ParseResult.Parsed> batch) {
        return batch.stream().map(this::append).toList();
    }

    @Override
    public synchronized List<IngestResult> preview(List<ParseResult.Parsed> batch) {
        Map<FactId, InMemoryFact> seen = new HashMap<>();
        return batch.stream()
                .map(parsed -> {
                    InMemoryFact known = seen.getOrDefault(
                            parsed.fact().id(), facts.get(parsed.fact().id()));
                    IngestResult result = known == null ? IngestResult.accepted() : known.verdict(parsed);
                    boolean isWithdrawn = parsed.isWithdrawn() && !result.equals(IngestResult.conflict());
                    if (known == null || isWithdrawn) {
                        seen.put(
                                parsed.fact().id(),
                                new InMemoryFact(parsed, isWithdrawn ? FactState.WITHDRAWN : FactState.ACTIVE));
                    }
                    return isWithdrawn ? IngestResult.withdrawn() : result;
                })
                .toList();
    }

    private IngestResult append(ParseResult.Parsed parsed) {
        InMemoryFact known = facts.get(parsed.fact().id());
        IngestResult result = known == null ? IngestResult.accepted() : known.verdict(parsed);
        if (known == null) {
            add(new ParseResult.Parsed(parsed.fact(), parsed.digest()));
        }
        if (!parsed.isWithdrawn() || result.equals(IngestResult.conflict())) {
            return result;
        }
        withdraw(parsed.fact().id());
        return IngestResult.withdrawn();
    }

    private void add(ParseResult.Parsed parsed) {
        facts.put(parsed.fact().id(), new InMemoryFact(parsed, FactState.ACTIVE));
        Optional<TitleFact> title = parsed.fact().as(TitleFact.class);
        if (title.isPresent()) {
            titleFacts.add(title.get());
            everybodyIsDue = true;
        } else if (parsed.fact().id().subjectType() == SubjectType.VIEWER) {
            ViewerId viewer = new ViewerId(parsed.fact().id().subject());
            byViewer.computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                    .put(parsed.fact().id(), parsed.fact());
            marks.add(viewer, clock.instant());
        }
    }

    @Override
    public synchronized FactState state(FactId id) {
        return Optional.ofNullable(facts.get(id)).map(InMemoryFact::state).orElse(FactState.UNKNOWN);
    }

    @Override
    public synchronized FactState withdraw(FactId id) {
        InMemoryFact known = facts.get(id);
        if (known == null || known.state() == FactState.WITHDRAWN) {
            return state(id);
        }
        facts.put(id, new InMemoryFact(known.parsed(), FactState.WITHDRAWN));
        Optional<TitleFact> title = known.fact().as(TitleFact.class);
        if (title.isPresent()) {
            titleFacts.remove(title.get());
            everybodyIsDue = true;
        } else if (id.subjectType() == SubjectType.VIEWER) {
            ViewerId viewer = new ViewerId(id.subject());
            Optional.ofNullable(byViewer.get(viewer)).ifPresent(his -> his.remove(id));
            marks.add(viewer, clock.instant());
            failed.tryNow(viewer);
        }
        return FactState.ACTIVE;
    }

    @Override
    public synchronized List<ViewerId> viewers() {
        return List.copyOf(byViewer.keySet());
    }

    @Override
    public synchronized Optional<ViewerSnapshot> history(ViewerId viewer) {
        return Optional.ofNullable(byViewer.get(viewer)).map(his -> {
            NameIndex platforms = new NameIndex();
            ViewerHistory history = ViewerFacts.history(his.values(), titleKeys, channels, platforms);
            Titles titles = titleFacts.catalogue(titleKeys, channels);
            // Ours grows with the next fact; theirs may be read meanwhile.
            channelsToShow = channelsToShow.size() == channels.size() ? channelsToShow : channels.copy();
            Catalogue catalogue = new Catalogue(titles, channelsToShow, platforms);
            return new ViewerSnapshot(history, catalogue, policies.policies());
        });
    }

    @Override
    public synchronized Optional<Profile> find(ViewerId viewer, Instant now) {
        return Optional.ofNullable(byViewer.get(viewer)).map(facts -> Profile.of(viewer, facts.values(), now));
    }

    @Override
    public synchronized boolean erase(ViewerId viewer) {
        boolean known = byViewer.remove(viewer) != null;
        facts.keySet()
                .removeIf(id ->
                        id.subjectType() == SubjectType.VIEWER && id.subject().equals(viewer.value()));
        marks.remove(viewer);
        kept.erase(viewer);
        announcements.erase(viewer);
        rankings.erase(viewer);
        return known;
    }

    @Override
    public synchronized void forEach(Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        split(facts.values().stream(), active, withdrawn);
    }

    @Override
    public synchronized void forEach(
            ViewerId viewer, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        split(
                facts.entrySet().stream()
                        .filter(fact -> fact.getKey().subjectType() == SubjectType.VIEWER
                                && fact.getKey().subject().equals(viewer.value()))
                        .map(Map.Entry::getValue),
                active,
                withdrawn);
    }

    private static void split(
            Stream<InMemoryFact> facts, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        facts.sorted(Comparator.comparing(InMemoryFact::fact, TitleFacts.ARCHIVE_ORDER))
                .forEach(stored -> (stored.state() == FactState.ACTIVE ? active : withdrawn).accept(stored.parsed()));
    }

    @Override
    public synchronized PolicyVersion current() {
        return policies;
    }

    @Override
    public synchronized PolicyVersion adopt(Policies adopted) {
        if (!policies.policies().equals(adopted)) {
            policies = new PolicyVersion(policies.number() + 1, adopted);
            everybodyIsDue = true;
        }
        return policies;
    }

    @Override
    public synchronized RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now) {
        FoldFunction foldFunction = foldFunctions.get();
        RefreshSummary sum = RefreshSummary.NOTHING;
        for (ViewerId viewer : selection.match(selected)) {
            try {
                sum = sum.plus(refresh(viewer, foldFunction, now));
            } catch (RuntimeException failure) {
                if (selection.isOneViewer()) {
                    throw failure;
                }
                failed.add(viewer, failure, now);
            }
        }
        everybodyIsDue = everybodyIsDue && selection.isOneViewer();
        return sum;
    }

    private RefreshSummary refresh(ViewerId viewer, FoldFunction foldFunction, Instant now) {
        Optional<ViewerSnapshot> snapshot = history(viewer);
        RefreshSummary sum = RefreshSummary.NOTHING;
        if (snapshot.isPresent()) {
            FoldResult folded = foldFunction.fold(snapshot.get());
            InMemoryStatistics.Outcome outcome = outcome(viewer, folded);
            StatisticsChange change = new StatisticsChange(folded, outcome.listing(), now);
            rankings.update(viewer, change, channels);
            kept.storeHoldings(viewer, folded, snapshot.get().history().pauses().size());
            boolean isChanged = kept.store(
                    viewer,
                    outcome,
                    new StoredStatistics(
                            folded.viewer(),
                            policies.policies(),
                            folded.nextChangeAt(now).orElse(null)));
            sum = new RefreshSummary(1, isChanged ? 1 : 0, announce(viewer, change, now));
        }
        marks.remove(viewer);
        failed.remove(viewer);
        return sum;
    }

    /** Records what is new of a change; returns how many achievements are. */
    private int announce(ViewerId viewer, StatisticsChange change, Instant now) {
        for (ChannelEntry entry : change.folded().channels()) {
            String channel = channels.nameOf(entry.channel());
            change.unlocked(entry)
                    .forEach(unlock -> announcements.append(viewer, new BadgeUnlocked(channel, unlock, now)));
        }
        return (int) change.achieved().stream()
                .filter(achievement ->
                        announcements.append(viewer, new MilestoneAchieved(RecordedAchievement.of(achievement, now))))
                .count();
    }

    @Override
    public synchronized List<SetAside> failing() {
        return failed.all();
    }

    private InMemoryStatistics.Outcome outcome(ViewerId viewer, FoldResult folded) {
        Listing listing = find(viewer, Instant.EPOCH).map(Profile::listing).orElse(Listing.LISTED);
        return InMemoryStatistics.Outcome.of(folded, channels, listing);
    }

    @Override
    public synchronized StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions) {
        FoldFunction foldFunction = foldFunctions.get();
        List<ViewerId> viewers = selection.compared().match(selected);
        List<ViewerId> different = new ArrayList<>();
        List<Unsupported> unsupported = new ArrayList<>();
        int folded = 0;
        int pending = 0;
        for (ViewerId viewer : viewers) {
            Optional<ViewerSnapshot> snapshot = history(viewer);
            if (snapshot.isEmpty()) {
                continue;
            }
            folded++;
            InMemoryStatistics.Outcome outcome = outcome(viewer, foldFunction.fold(snapshot.get()));
            InMemoryStatistics.Outcome before = kept.outcome(viewer).orElse(null);
            if (everybodyIsDue || marks.has(viewer) || before == null) {
                pending++;
            } else {
                if (!before.equals(outcome)) {
                    different.add(viewer);
                }
                StatisticsChange.unsupported(
                                Announcement.achievements(announcements.find(viewer)),
                                outcome.statistics().achievements())
                        .forEach(recorded -> unsupported.add(new Unsupported(viewer, recorded)));
            }
        }
        return new StoreComparison(folded, pending, different, unsupported);
    }

    private DueState dueState(ViewerId viewer) {
        return new DueState(
                marks.first(viewer),
                marks.last(viewer),
                everybodyIsDue ? DueState.Currency.OUTDATED : DueState.Currency.CURRENT,
                kept.viewer(viewer).map(StoredStatistics::nextChangeAt).orElse(null),
                failed.retryAt(viewer),
                null);
    }

    @Override
    public synchronized Optional<StoredStatistics> find(ViewerId viewer) {
        return everybodyIsDue || marks.has(viewer) ? Optional.empty() : kept.viewer(viewer);
    }
}
