package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.FactLog.FactState;
import dev.streakline.domain.catalogue.NameIndex;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All accepted facts, and the active ones by viewer. */
final class MemoryFacts {

    static final Comparator<ViewerId> BY_NAME = Comparator.comparing(ViewerId::value, NameIndex.CODE_POINT_ORDER);

    private final Map<FactId, MemoryFact> facts = new HashMap<>();
    /** Has an entry for every viewer with an accepted fact, even when none of their facts is active any more. */
    private final Map<ViewerId, Map<FactId, Fact>> byViewer = new TreeMap<>(BY_NAME);

    boolean isEmpty() {
        return facts.isEmpty();
    }

    @Nullable
    MemoryFact find(FactId id) {
        return facts.get(id);
    }

    FactState state(FactId id) {
        return Optional.ofNullable(find(id)).map(MemoryFact::state).orElse(FactState.UNKNOWN);
    }

    /** Adds a fact of an identity that is not known. */
    void add(ParseResult.Parsed parsed) {
        FactId id = parsed.fact().id();
        facts.put(id, new MemoryFact(parsed, FactState.ACTIVE));
        viewer(id)
                .ifPresent(viewer -> byViewer.computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                        .put(id, parsed.fact()));
    }

    /** Withdraws an active fact. */
    void withdraw(MemoryFact known) {
        FactId id = known.fact().id();
        facts.put(id, new MemoryFact(known.parsed(), FactState.WITHDRAWN));
        viewer(id).map(byViewer::get).ifPresent(ofViewer -> ofViewer.remove(id));
    }

    /** Removes all facts of a viewer; returns whether any was ever accepted. */
    boolean erase(ViewerId viewer) {
        facts.keySet().removeIf(id -> isOf(viewer, id));
        return byViewer.remove(viewer) != null;
    }

    List<ViewerId> viewers() {
        return List.copyOf(byViewer.keySet());
    }

    /** The active facts of a viewer; empty when no fact of the viewer was accepted. */
    Optional<Collection<Fact>> of(ViewerId viewer) {
        return Optional.ofNullable(byViewer.get(viewer)).map(Map::values);
    }

    /** Every fact, also those that were withdrawn. */
    Stream<MemoryFact> all() {
        return facts.values().stream();
    }

    /** Every fact of a viewer, also those that were withdrawn. */
    Stream<MemoryFact> all(ViewerId viewer) {
        return all().filter(stored -> isOf(viewer, stored.fact().id()));
    }

    private static boolean isOf(ViewerId viewer, FactId id) {
        return id.subjectType() == SubjectType.VIEWER && id.subject().equals(viewer.value());
    }

    /** The viewer of an identity; empty for other subjects. */
    static Optional<ViewerId> viewer(FactId id) {
        return id.subjectType() == SubjectType.VIEWER ? Optional.of(new ViewerId(id.subject())) : Optional.empty();
    }
}
