package dev.streakline.application.intake;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records what a viewer declares through this program, as ordinary facts, all of them or none. */
public final class DeclareFacts {

    /** The source of such facts. */
    public static final String SOURCE = "streakline";

    private final EventReader eventReader;
    private final FactLog facts;
    private final @Nullable Declaring declaring;

    /** Stores declarations where limits allow it. */
    public interface Declaring {

        /**
         * Stores all facts or none.
         *
         * @param append stores them
         * @return one verdict for each; either all are rejected or none
         */
        List<IngestResult> storeDeclared(
                List<ParseResult.Parsed> batch, Function<List<ParseResult.Parsed>, List<IngestResult>> append);
    }

    /** Records into this log the facts that this reader accepts. */
    public DeclareFacts(EventReader eventReader, FactLog facts) {
        this(eventReader, facts, null);
    }

    /** As {@link #DeclareFacts(EventReader, FactLog)}, within the limits that intake rules give a viewer's own token. */
    public DeclareFacts(EventReader eventReader, FactLog facts, @Nullable Declaring declaring) {
        this.eventReader = eventReader;
        this.facts = facts;
        this.declaring = declaring;
    }

    /**
     * A fact in words.
     *
     * @param id new among those of this source and viewer
     * @param time at most five minutes ahead
     * @param data as in an event
     */
    public record Declaration(FactType type, String id, Instant time, Map<String, Object> data) {

        /** Defensive copies. */
        public Declaration {
            data = Map.copyOf(data);
        }

        private Map<String, Object> event(ViewerId viewer) {
            return Map.of(
                    "specversion",
                    "1.0",
                    "type",
                    type.code(),
                    "source",
                    SOURCE,
                    "id",
                    id,
                    "subject",
                    viewer.value(),
                    "time",
                    time.toString(),
                    "data",
                    data);
        }
    }

    /**
     * Records declarations of a viewer in one transaction.
     *
     * @return why nothing was recorded; empty when all was
     * @throws IllegalArgumentException when an id is taken by another fact
     */
    public Optional<Rejection> declare(ViewerId viewer, List<Declaration> declarations) {
        List<ParseResult.Parsed> batch = new ArrayList<>(declarations.size());
        for (Declaration declaration : declarations) {
            ParseResult result = eventReader.read(declaration.event(viewer));
            Optional<Rejection> rejection =
                    result.match(parsed -> Optional.empty(), rejected -> Optional.of(rejected.rejection()));
            if (rejection.isPresent()) {
                return rejection;
            }
            result.match(batch::add, rejected -> false);
        }
        for (IngestResult result : append(batch)) {
            if (result.rejection() != null) {
                return Optional.of(result.rejection());
            }
            if (result.outcome() != IngestOutcome.ACCEPTED && result.outcome() != IngestOutcome.DUPLICATE) {
                throw new IllegalArgumentException("ids of declarations must be new, but one is taken: "
                        + result.outcome().code());
            }
        }
        return Optional.empty();
    }

    private List<IngestResult> append(List<ParseResult.Parsed> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        return declaring == null ? facts.append(batch) : declaring.storeDeclared(batch, facts::append);
    }
}
