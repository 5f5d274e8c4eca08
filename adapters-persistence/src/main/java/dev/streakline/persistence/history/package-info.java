/**
 * Facts, histories and statistics in PostgreSQL.
 *
 * <p>A <b>shard</b> is a sixteenth of all viewers, by their key: the unit of parallel and bounded-memory work. A
 * <b>mark</b> says that a viewer has facts that no fold has seen; it is appended in the transaction of the facts and taken
 * away by the fold that saw it. A <b>title mark</b> says the same of everybody who has watched a title, and is turned into
 * marks later, when facts that were on their way have arrived. A <b>stamp</b> stands for the policies and the engine that
 * folded.
 *
 * <p>Specification, section 10; the protocol between facts and folds is ADR 6.
 */
@NullMarked
package dev.streakline.persistence.history;

import org.jspecify.annotations.NullMarked;
