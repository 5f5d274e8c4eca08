package dev.streakline.application.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import java.util.List;

/**
 * All facts that were ever accepted. An identity is known for ever, also after its fact was withdrawn.
 *
 * <p>Safe for several threads at once.
 */
public interface FactLog {

    /**
     * Stores the facts of a batch and marks every viewer whose statistics they may change, all in one transaction: when
     * this returns, all of it is kept; when it throws, nothing is.
     *
     * @param batch judged in its order, also facts of one identity
     * @return one verdict for each, in the order of the batch: accepted; duplicate, when the identity is known with the
     *     same content; conflict, when it is known with other content, and the first stays; withdrawn, when it was
     *     withdrawn, and nothing comes back. A fact that claims to be withdrawn is withdrawn where it would be accepted or a
     *     duplicate, and so are the later ones of its identity.
     */
    List<IngestResult> append(List<ParseResult.Parsed> batch);

    /** What {@link #append} would answer, storing nothing. */
    List<IngestResult> preview(List<ParseResult.Parsed> batch);

    /** What is known of an identity. */
    FactState state(FactId id);

    /**
     * Takes a fact back and marks the viewers whose statistics it changes; its identity stays known.
     *
     * @return what was known of it before: only what counted was withdrawn now
     */
    FactState withdraw(FactId id);

    /**
     * Erases a viewer: his facts, also the withdrawn ones, his statistics, his part of the ledgers and his name. What is sent
     * of him later is of a new viewer. Standings have a bare number of him, with which nobody can say whose it was, until
     * they are ranked again.
     *
     * @return whether anything was known of him
     */
    boolean erase(ViewerId viewer);

    /** What is known of an identity. */
    enum FactState {
        /** No fact has it. */
        UNKNOWN("unknown"),
        /** A fact has it, and counts. */
        ACTIVE("counts"),
        /** A fact had it, and was withdrawn. */
        WITHDRAWN("withdrawn");

        private final String code;

        FactState(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }
}
