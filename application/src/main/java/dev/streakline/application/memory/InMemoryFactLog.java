package dev.streakline.application.memory;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.FactLog;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts in memory. */
public final class InMemoryFactLog implements FactLog {

    private final Memory memory;
    private final InstantSource clock;

    /** Dates marks by this clock. */
    InMemoryFactLog(Memory memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public List<IngestResult> append(List<ParseResult.Parsed> batch) {
        return memory.transact(transaction ->
                batch.stream().map(parsed -> append(transaction, parsed)).toList());
    }

    private IngestResult append(MemoryTransaction transaction, ParseResult.Parsed parsed) {
        MemoryFact known = transaction.facts().find(parsed.fact().id());
        IngestResult result = known == null ? IngestResult.accepted() : known.verdict(parsed);
        if (known == null) {
            add(transaction, new ParseResult.Parsed(parsed.fact(), parsed.digest()));
        }
        if (!parsed.isWithdrawn() || result.equals(IngestResult.conflict())) {
            return result;
        }
        withdraw(transaction, parsed.fact().id());
        return IngestResult.withdrawn();
    }

    private void add(MemoryTransaction transaction, ParseResult.Parsed parsed) {
        transaction.facts().add(parsed);
        Optional<TitleFact> title = parsed.fact().as(TitleFact.class);
        if (title.isPresent()) {
            transaction.titles().add(title.get());
            transaction.marks().addEverybody();
        }
        MemoryFacts.viewer(parsed.fact().id())
                .ifPresent(viewer -> transaction.marks().add(viewer, clock.instant()));
    }

    @Override
    public List<IngestResult> preview(List<ParseResult.Parsed> batch) {
        return memory.transact(transaction -> {
            Map<FactId, MemoryFact> seen = new HashMap<>();
            return batch.stream()
                    .map(parsed -> preview(transaction.facts(), seen, parsed))
                    .toList();
        });
    }

    /** As {@link #append}; {@code seen} collects the facts that it would have stored. */
    private static IngestResult preview(MemoryFacts facts, Map<FactId, MemoryFact> seen, ParseResult.Parsed parsed) {
        FactId id = parsed.fact().id();
        MemoryFact known = seen.containsKey(id) ? seen.get(id) : facts.find(id);
        IngestResult result = known == null ? IngestResult.accepted() : known.verdict(parsed);
        boolean isWithdrawn = parsed.isWithdrawn() && !result.equals(IngestResult.conflict());
        if (known == null || isWithdrawn) {
            seen.put(id, new MemoryFact(parsed, isWithdrawn ? FactState.WITHDRAWN : FactState.ACTIVE));
        }
        return isWithdrawn ? IngestResult.withdrawn() : result;
    }

    @Override
    public FactState state(FactId id) {
        return memory.transact(transaction -> transaction.facts().state(id));
    }

    @Override
    public FactState withdraw(FactId id) {
        return memory.transact(transaction -> withdraw(transaction, id));
    }

    private FactState withdraw(MemoryTransaction transaction, FactId id) {
        MemoryFact known = transaction.facts().find(id);
        if (known == null || known.state() == FactState.WITHDRAWN) {
            return transaction.facts().state(id);
        }
        transaction.facts().withdraw(known);
        Optional<TitleFact> title = known.fact().as(TitleFact.class);
        if (title.isPresent()) {
            transaction.titles().remove(title.get());
            transaction.marks().addEverybody();
        }
        MemoryFacts.viewer(id).ifPresent(viewer -> {
            transaction.marks().add(viewer, clock.instant());
            transaction.failedFolds().tryNow(viewer);
        });
        return FactState.ACTIVE;
    }

    @Override
    public boolean erase(ViewerId viewer) {
        return memory.transact(transaction -> {
            transaction.marks().remove(viewer);
            transaction.statistics().erase(viewer);
            transaction.announcements().erase(viewer);
            transaction.rankings().erase(viewer);
            transaction.failedFolds().remove(viewer);
            transaction.intake().erase(viewer);
            return transaction.facts().erase(viewer);
        });
    }
}
