package dev.streakline.application.intake;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import java.util.function.Consumer;

/** Every accepted fact, with the digest of what was sent, for storing it elsewhere. Safe for use by several threads. */
public interface Archive {

    /**
     * Passes on every fact of one snapshot: those about titles, then about channels, then about viewers; those of one
     * kind by subject, source and id in code-point order. A store larger than memory does so within a bounded amount of
     * it.
     *
     * @param active receives the active facts
     * @param withdrawn receives the withdrawn facts, which must not be recorded as active when the others are restored
     */
    void forEach(Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn);

    /**
     * Passes on every fact of one viewer, by source and id in code-point order, of one snapshot; none for an unknown
     * viewer.
     *
     * @param active receives the active facts
     * @param withdrawn receives the withdrawn facts
     */
    void forEach(ViewerId viewer, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn);
}
