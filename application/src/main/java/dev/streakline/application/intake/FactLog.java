package dev.streakline.application.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import java.util.List;

/**
 * All facts ever accepted. An identity stays known for ever, also after its fact was withdrawn.
 *
 * <p>Safe for use by several threads.
 */
public interface FactLog {

    /**
     * Stores the facts of a batch and marks every viewer whose statistics they may change, all in one transaction. When
     * this returns, all of it is stored; when it throws, nothing is.
     *
     * @param batch judged in its order, also facts of one identity
     * @return one verdict for each, in the order of the batch. Accepted: the identity is new. Duplicate: the identity
     *     is known with the same content. Conflict: it is known with other content, and the first stays. Withdrawn: it
     *     was withdrawn and stays so. A fact that states its own withdrawal is withdrawn where it would be accepted or
     *     a duplicate. So are later facts of its identity.
     */
    List<IngestResult> append(List<ParseResult.Parsed> batch);

    /** The verdicts that {@link #append} would return, storing nothing. */
    List<IngestResult> preview(List<ParseResult.Parsed> batch);

    /** The state of an identity. */
    FactState state(FactId id);

    /**
     * Withdraws a fact and marks the viewers whose statistics it changes; its identity stays known.
     *
     * @return its state before: only an active fact was withdrawn now
     */
    FactState withdraw(FactId id);

    /**
     * Erases a viewer: their facts, including withdrawn ones, their statistics, their part of the ledgers and their
     * name. Facts sent later create a new viewer. Until the next ranking, standings still contain the viewer's
     * surrogate key, which identifies no one.
     *
     * @return whether the viewer was known
     */
    boolean erase(ViewerId viewer);

    /** The state of an identity. */
    enum FactState {
        /** No fact has it. */
        UNKNOWN("unknown"),
        /** A fact has it, and is active. */
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
