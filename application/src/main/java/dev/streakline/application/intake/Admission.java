package dev.streakline.application.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.intake.IntakeTallies.Arrivals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the intake rules to facts before they are stored: which senders may send them, under which source, and how
 * many. Safe for use by several threads.
 */
public final class Admission implements RecordFacts.StoreFacts, DeclareFacts.Declaring, AutoCloseable {

    private final IntakeRuleVersions rules;
    private final FactSources sources;
    private final IntakeMeter meter;

    /** Applies these rules to facts of these sources. */
    public Admission(IntakeRuleVersions rules, FactSources sources, IntakeTallies tallies, InstantSource clock) {
        this.rules = rules;
        this.sources = sources;
        this.meter = new IntakeMeter(tallies, clock);
    }

    /** The rules. */
    public IntakeRuleVersions rules() {
        return rules;
    }

    @Override
    public List<IngestResult> store(
            List<ParseResult.Parsed> batch,
            Sender sender,
            Function<List<ParseResult.Parsed>, List<IngestResult>> judge,
            Function<List<ParseResult.Parsed>, List<IngestResult>> append) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Set<String> named = sourcesOfViewers(batch);
        return sender.match(new Sender.Cases<>() {
            @Override
            public List<IngestResult> anyone() {
                sources.claim(named);
                return append.apply(batch);
            }

            @Override
            public List<IngestResult> ingest() {
                sources.claim(named);
                return storeWithin(batch, rules.current().rules().limits().ofIngest(), judge, append);
            }

            @Override
            public List<IngestResult> self() {
                return storeOwn(batch, named, judge, append);
            }
        });
    }

    private static Set<String> sourcesOfViewers(List<ParseResult.Parsed> batch) {
        Set<String> named = new HashSet<>();
        String last = "";
        for (ParseResult.Parsed parsed : batch) {
            FactId id = parsed.fact().id();
            // Nearly always a batch has one source.
            if (id.subjectType() == SubjectType.VIEWER && !id.source().equals(last)) {
                last = id.source();
                named.add(last);
            }
        }
        return named;
    }

    private List<IngestResult> storeOwn(
            List<ParseResult.Parsed> batch,
            Set<String> named,
            Function<List<ParseResult.Parsed>, List<IngestResult>> judge,
            Function<List<ParseResult.Parsed>, List<IngestResult>> append) {
        IntakeRules current = rules.current().rules();
        Set<String> refused = refusedSources(named);
        Map<Integer, Rejection> refusals = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            Rejection refusal =
                    refusal(current, refused, batch.get(i).fact().id().source());
            if (refusal != null) {
                refusals.put(i, refusal);
            }
        }
        return merged(batch, refusals, rest -> storeWithin(rest, current.limits(), judge, append));
    }

    /** Stores the facts that are not refused; returns the results of all, in their order. */
    private static List<IngestResult> merged(
            List<ParseResult.Parsed> batch,
            Map<Integer, Rejection> refusals,
            Function<List<ParseResult.Parsed>, List<IngestResult>> store) {
        if (refusals.isEmpty()) {
            return store.apply(batch);
        }
        List<ParseResult> results = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Rejection refusal = refusals.get(i);
            results.add(refusal == null ? batch.get(i) : new ParseResult.Rejected(refusal));
        }
        return IngestResult.ofAll(results, store);
    }

    private Set<String> refusedSources(Set<String> named) {
        Set<String> claimed = new HashSet<>(sources.claimed(named));
        claimed.add(DeclareFacts.SOURCE);
        return claimed;
    }

    private static @Nullable Rejection refusal(IntakeRules rules, Set<String> claimed, String source) {
        if (rules.viewerFacts() == OwnFacts.OFF) {
            return new Rejection(
                    RejectionCode.NOT_ALLOWED,
                    "",
                    "cannot be sent or withdrawn by viewers: the intake rule viewerFacts is off. Use role ingest, or ask an"
                            + " administrator to run 'streakline intake set --viewer-facts on'.");
        }
        return claimed.contains(source)
                ? new Rejection(
                        RejectionCode.NOT_ALLOWED,
                        "/source",
                        "is reserved: role ingest, the command line or Streakline itself uses this source. Viewers can neither"
                                + " send nor withdraw facts under it. Use another source.")
                : null;
    }

    /** Why a viewer may not withdraw a fact about themselves; absent when they may. */
    public @Nullable Rejection refusalOfWithdrawal(FactId id) {
        return refusal(rules.current().rules(), refusedSources(Set.of(id.source())), id.source());
    }

    /** All of it or nothing, within the limits of a viewer's own token. */
    @Override
    public List<IngestResult> storeDeclared(
            List<ParseResult.Parsed> facts, Function<List<ParseResult.Parsed>, List<IngestResult>> append) {
        Batch batch = loaded(facts);
        Reserved reserved = reserve(batch, rules.current().rules().limits(), batch.everyPlace());
        if (reserved.refusals().isEmpty()) {
            return append(batch, reserved, append);
        }
        release(batch, reserved);
        Rejection beyond = reserved.refusals().values().iterator().next();
        return facts.stream().map(parsed -> IngestResult.rejected(beyond)).toList();
    }

    private List<IngestResult> storeWithin(
            List<ParseResult.Parsed> facts,
            IntakeLimits limits,
            Function<List<ParseResult.Parsed>, List<IngestResult>> judge,
            Function<List<ParseResult.Parsed>, List<IngestResult>> append) {
        Batch batch = loaded(facts);
        Reserved reserved = reserve(batch, limits, batch.everyPlace());
        if (!reserved.refusals().isEmpty()) {
            // Duplicates count towards no limit: only facts that would be new are refused.
            release(batch, reserved);
            reserved = reserve(batch, limits, newPlaces(facts, judge.apply(facts)));
        }
        return append(batch, reserved, append);
    }

    private Batch loaded(List<ParseResult.Parsed> facts) {
        Batch batch = Batch.of(facts);
        meter.load(batch.viewers());
        return batch;
    }

    /**
     * A batch of facts.
     *
     * @param viewers the viewer of each fact; null for a fact about a title or a channel
     */
    private record Batch(List<ParseResult.Parsed> facts, List<@Nullable ViewerId> viewers) {

        private static Batch of(List<ParseResult.Parsed> facts) {
            Map<String, ViewerId> known = new HashMap<>();
            List<@Nullable ViewerId> viewers = new ArrayList<>(facts.size());
            for (ParseResult.Parsed parsed : facts) {
                FactId id = parsed.fact().id();
                viewers.add(
                        id.subjectType() == SubjectType.VIEWER
                                ? known.computeIfAbsent(id.subject(), ViewerId::new)
                                : null);
            }
            return new Batch(facts, viewers);
        }

        private BitSet everyPlace() {
            BitSet places = new BitSet(facts.size());
            places.set(0, facts.size());
            return places;
        }

        private Fact fact(int place) {
            return facts.get(place).fact();
        }
    }

    /** Positions in a batch whose facts are refused, and positions with a reservation. */
    private record Reserved(Map<Integer, Rejection> refusals, BitSet places) {}

    private static BitSet newPlaces(List<ParseResult.Parsed> facts, List<IngestResult> judged) {
        BitSet places = new BitSet(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            places.set(i, isNew(facts.get(i), judged.get(i)));
        }
        return places;
    }

    private Reserved reserve(Batch batch, IntakeLimits limits, BitSet places) {
        Map<Integer, Rejection> refusals = new TreeMap<>();
        BitSet reserved = new BitSet(batch.facts().size());
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            ViewerId viewer = batch.viewers().get(i);
            if (viewer != null) {
                Rejection beyond = meter.reserve(viewer, batch.fact(i), limits);
                if (beyond == null) {
                    reserved.set(i);
                } else {
                    refusals.put(i, beyond);
                }
            }
        }
        return new Reserved(refusals, reserved);
    }

    private void release(Batch batch, Reserved reserved) {
        reserved.places().stream().forEach(i -> settle(batch, i, Arrivals.NOTHING));
    }

    private void settle(Batch batch, int place, Arrivals counted) {
        meter.settle(Objects.requireNonNull(batch.viewers().get(place), "viewer"), batch.fact(place), counted);
    }

    private List<IngestResult> append(
            Batch batch, Reserved reserved, Function<List<ParseResult.Parsed>, List<IngestResult>> append) {
        List<IngestResult> results;
        try {
            results = merged(batch.facts(), reserved.refusals(), append);
        } catch (RuntimeException | Error failed) {
            release(batch, reserved);
            throw failed;
        }
        BitSet counted = newPlaces(batch.facts(), results);
        reserved.places().stream()
                .forEach(i -> settle(batch, i, counted.get(i) ? IntakeMeter.of(batch.fact(i)) : Arrivals.NOTHING));
        meter.writeNowAndThen();
        return results;
    }

    /** Whether a fact takes room that it did not take before; assumed for one that states its own withdrawal. */
    private static boolean isNew(ParseResult.Parsed parsed, IngestResult result) {
        return result.outcome() == IngestOutcome.ACCEPTED
                || (parsed.isWithdrawn() && result.outcome() == IngestOutcome.WITHDRAWN);
    }

    /** Writes what was counted; where the store cannot be reached, the counts of the last seconds are lost. */
    @Override
    public void close() {
        try {
            meter.write();
        } catch (StoreUnavailableException gone) {
            // Limits are exact to what is in flight.
        }
    }
}
