package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.lifetime.BadgeUnlocked;
import dev.streakline.application.lifetime.KeptLifetimes;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.viewer.Listing;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.domain.catalogue.Names;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.milestone.Announcement;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.FoldedHistory;
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
public final class InMemoryStore
        implements FactLog, Histories, Statistics, PolicyVersions, Archive, Profiles, KeptLifetimes {

    static final Comparator<ViewerId> BY_NAME = Comparator.comparing(ViewerId::value, Names.CODE_POINT_ORDER);

    private Version policies = new Version(0, Policies.DEFAULT);
    private final Map<FactId, StoredFact> facts = new HashMap<>();
    private final Map<ViewerId, Map<FactId, Fact>> byViewer = new TreeMap<>(BY_NAME);
    private final TitleFacts titleFacts = new TitleFacts();
    private final Names titleKeys = new Names();
    private final Names channels = new Names();
    private Names channelsToShow = new Names();
    private final Marks marks = new Marks();
    private final InstantSource clock;
    /** A title fact or another policy may concern any viewer. */
    private boolean everybodyIsDue;

    private final KeptViewers kept = new KeptViewers();
    private final FailedFolds failed = new FailedFolds();
    private final InMemoryRankings rankings;
    private final InMemoryIntake intake;

    /** An empty store, in which every mark is old. */
    public InMemoryStore() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    /** An empty store that dates marks by this clock. */
    public InMemoryStore(InstantSource clock) {
        this.clock = clock;
        this.rankings = new InMemoryRankings(this, clock, this::nameOf);
        this.intake = new InMemoryIntake(this::holdings, this::hasFacts);
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

    /** The rankings of what is kept here. */
    public InMemoryRankings rankings() {
        return rankings;
    }

    private @Nullable String nameOf(ViewerId viewer) {
        return of(viewer, clock.instant()).map(Profile::name).orElse(null);
    }

    @Override
    public synchronized List<Verdict> append(List<Reading.Read> batch) {
        return batch.stream().map(this::append).toList();
    }

    @Override
    public synchronized List<Verdict> judge(List<Reading.Read> batch) {
        Map<FactId, StoredFact> seen = new HashMap<>();
        return batch.stream()
                .map(read -> {
                    StoredFact known = seen.getOrDefault(
                            read.fact().id(), facts.get(read.fact().id()));
                    Verdict verdict = known == null ? Verdict.accepted() : known.verdict(read);
                    boolean isWithdrawn = read.isWithdrawn() && !verdict.equals(Verdict.conflict());
                    if (known == null || isWithdrawn) {
                        seen.put(read.fact().id(), new StoredFact(read, isWithdrawn ? State.WITHDRAWN : State.COUNTS));
                    }
                    return isWithdrawn ? Verdict.withdrawn() : verdict;
                })
                .toList();
    }

    private Verdict append(Reading.Read read) {
        StoredFact known = facts.get(read.fact().id());
        Verdict verdict = known == null ? Verdict.accepted() : known.verdict(read);
        if (known == null) {
            add(new Reading.Read(read.fact(), read.digest()));
        }
        if (!read.isWithdrawn() || verdict.equals(Verdict.conflict())) {
            return verdict;
        }
        withdraw(read.fact().id());
        return Verdict.withdrawn();
    }

    private void add(Reading.Read read) {
        facts.put(read.fact().id(), new StoredFact(read, State.COUNTS));
        if (read.fact() instanceof TitleFact title) {
            titleFacts.add(title);
            everybodyIsDue = true;
        } else if (read.fact().id().space() == Space.VIEWER) {
            ViewerId viewer = new ViewerId(read.fact().id().subject());
            byViewer.computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                    .put(read.fact().id(), read.fact());
            marks.add(viewer, clock.instant());
        }
    }

    @Override
    public synchronized State state(FactId id) {
        return Optional.ofNullable(facts.get(id)).map(StoredFact::state).orElse(State.UNKNOWN);
    }

    @Override
    public synchronized State withdraw(FactId id) {
        StoredFact known = facts.get(id);
        if (known == null || known.state() == State.WITHDRAWN) {
            return state(id);
        }
        facts.put(id, new StoredFact(known.read(), State.WITHDRAWN));
        if (known.fact() instanceof TitleFact title) {
            titleFacts.remove(title);
            everybodyIsDue = true;
        } else if (id.space() == Space.VIEWER) {
            ViewerId viewer = new ViewerId(id.subject());
            Optional.ofNullable(byViewer.get(viewer)).ifPresent(his -> his.remove(id));
            marks.add(viewer, clock.instant());
            failed.tryNow(viewer);
        }
        return State.COUNTS;
    }

    @Override
    public synchronized List<ViewerId> viewers() {
        return List.copyOf(byViewer.keySet());
    }

    @Override
    public synchronized Optional<Known> history(ViewerId viewer) {
        return Optional.ofNullable(byViewer.get(viewer)).map(his -> {
            Names platforms = new Names();
            ViewerHistory history = ViewerFacts.history(his.values(), titleKeys, channels, platforms);
            Titles titles = titleFacts.catalogue(titleKeys, channels);
            // Ours grows with the next fact; theirs may be read meanwhile.
            channelsToShow = channelsToShow.size() == channels.size() ? channelsToShow : channels.copy();
            Catalogue catalogue = new Catalogue(titles, channelsToShow, platforms);
            return new Known(history, catalogue, policies.policies());
        });
    }

    @Override
    public synchronized Optional<Profile> of(ViewerId viewer, Instant now) {
        return Optional.ofNullable(byViewer.get(viewer))
                .map(his -> Profile.of(viewer, ViewerFacts.ofProfile(his.values()), now));
    }

    @Override
    public synchronized boolean forget(ViewerId viewer) {
        boolean known = byViewer.remove(viewer) != null;
        facts.keySet().removeIf(id -> id.space() == Space.VIEWER && id.subject().equals(viewer.value()));
        marks.remove(viewer);
        kept.forget(viewer);
        rankings.forget(viewer);
        return known;
    }

    @Override
    public synchronized void tell(Consumer<Reading.Read> counting, Consumer<Reading.Read> withdrawn) {
        tell(facts.values().stream(), counting, withdrawn);
    }

    @Override
    public synchronized void forEach(ViewerId viewer, Consumer<Reading.Read> active, Consumer<Reading.Read> withdrawn) {
        tell(
                facts.entrySet().stream()
                        .filter(fact -> fact.getKey().space() == Space.VIEWER
                                && fact.getKey().subject().equals(viewer.value()))
                        .map(Map.Entry::getValue),
                active,
                withdrawn);
    }

    private static void tell(
            Stream<StoredFact> facts, Consumer<Reading.Read> counting, Consumer<Reading.Read> withdrawn) {
        facts.sorted(Comparator.comparing(StoredFact::fact, TitleFacts.ARCHIVE_ORDER))
                .forEach(stored -> (stored.state() == State.COUNTS ? counting : withdrawn).accept(stored.read()));
    }

    @Override
    public synchronized Version current() {
        return policies;
    }

    @Override
    public synchronized Version adopt(Policies adopted) {
        if (!policies.policies().equals(adopted)) {
            policies = new Version(policies.number() + 1, adopted);
            everybodyIsDue = true;
        }
        return policies;
    }

    @Override
    public synchronized Kept keep(Selection which, Supplier<Folding> foldings, Instant now) {
        Folding folding = foldings.get();
        Kept sum = Kept.NOTHING;
        for (ViewerId viewer : select(which)) {
            try {
                sum = sum.plus(keep(viewer, folding, now));
            } catch (RuntimeException failure) {
                if (which instanceof Selection.One) {
                    throw failure;
                }
                failed.add(viewer, failure, now);
            }
        }
        everybodyIsDue = everybodyIsDue && which instanceof Selection.One;
        return sum;
    }

    private Kept keep(ViewerId viewer, Folding folding, Instant now) {
        Optional<Known> known = history(viewer);
        Kept sum = Kept.NOTHING;
        if (known.isPresent()) {
            FoldedHistory folded = folding.fold(known.get());
            KeptViewers.Outcome outcome = outcome(viewer, folded);
            rankings.tell(viewer, outcome);
            kept.hold(viewer, folded, known.get().history().pauses().size());
            sum = kept.keep(viewer, outcome, folded.nextChangeAt(now).orElse(null), policies.policies(), now);
        }
        marks.remove(viewer);
        failed.remove(viewer);
        return sum;
    }

    @Override
    public synchronized List<SetAside> failing() {
        return failed.all();
    }

    private KeptViewers.Outcome outcome(ViewerId viewer, FoldedHistory folded) {
        Listing listing = of(viewer, Instant.EPOCH).map(Profile::listing).orElse(Listing.LISTED);
        return KeptViewers.Outcome.of(folded, channels, listing);
    }

    @Override
    public synchronized Comparison compare(Selection which, Supplier<Folding> foldings) {
        Folding folding = foldings.get();
        boolean isOfTime = which instanceof Selection.Due || which instanceof Selection.Settled;
        List<ViewerId> viewers = isOfTime ? viewers() : select(which);
        List<ViewerId> different = new ArrayList<>();
        List<Unsupported> unsupported = new ArrayList<>();
        int folded = 0;
        int pending = 0;
        for (ViewerId viewer : viewers) {
            Optional<Known> known = history(viewer);
            if (known.isEmpty()) {
                continue;
            }
            folded++;
            KeptViewers.Outcome outcome = outcome(viewer, folding.fold(known.get()));
            KeptViewers.Outcome before = kept.outcome(viewer).orElse(null);
            if (everybodyIsDue || marks.has(viewer) || before == null) {
                pending++;
            } else {
                if (!before.equals(outcome)) {
                    different.add(viewer);
                }
                unsupported.addAll(kept.unsupported(viewer, outcome.statistics()));
            }
        }
        return new Comparison(folded, pending, different, unsupported);
    }

    private List<ViewerId> select(Selection which) {
        if (which instanceof Selection.One one) {
            return List.of(one.viewer());
        } else if (which instanceof Selection.OnChannel on) {
            return byViewer.keySet().stream()
                    .filter(viewer -> everybodyIsDue || marks.has(viewer) || kept.isOn(viewer, on.channel()))
                    .toList();
        } else if (which instanceof Selection.Due due) {
            return failed.withoutResting(due(due.now()), due.now());
        } else if (which instanceof Selection.Settled settled) {
            return failed.withoutResting(due(settled.now()), settled.now()).stream()
                    .filter(viewer -> !marks.isUnsettled(viewer, settled.now()))
                    .toList();
        } else {
            return viewers();
        }
    }

    private List<ViewerId> due(Instant now) {
        return byViewer.keySet().stream()
                .filter(viewer -> everybodyIsDue || marks.has(viewer) || hasChanged(viewer, now))
                .toList();
    }

    private boolean hasChanged(ViewerId viewer, Instant now) {
        return kept.viewer(viewer)
                .map(KeptViewer::nextChangeAt)
                .filter(change -> !change.isAfter(now))
                .isPresent();
    }

    @Override
    public synchronized Optional<KeptViewer> kept(ViewerId viewer) {
        return everybodyIsDue || marks.has(viewer) ? Optional.empty() : kept.viewer(viewer);
    }

    @Override
    public synchronized List<Announcement> announced(ViewerId viewer) {
        return kept.announced(viewer);
    }

    @Override
    public synchronized Optional<OnOneChannel> on(ViewerId viewer, String channel) {
        return kept(viewer)
                .flatMap(holding -> kept.outcome(viewer)
                        .map(outcome -> new OnOneChannel(
                                holding,
                                rankings.key(viewer).orElseThrow(),
                                outcome.channels().getOrDefault(channel, ChannelStatistics.NONE),
                                rankings.of(new Population.Channel(channel)).orElse(null))));
    }

    @Override
    public synchronized Optional<OnAllChannels> onAll(ViewerId viewer) {
        Optional<KeptViewers.Outcome> outcome = kept.outcome(viewer);
        return kept(viewer).flatMap(holds -> outcome.map(his -> new OnAllChannels(holds, his.channels())));
    }

    @Override
    public synchronized Optional<OnAllChannels> onSome(ViewerId viewer, ShowChannels.@Nullable Place after, int most) {
        return onAll(viewer).map(all -> ShowChannels.page(all, after, most));
    }

    @Override
    public synchronized List<BadgeUnlocked> unlocked(ViewerId viewer) {
        return kept.unlocked(viewer);
    }
}
