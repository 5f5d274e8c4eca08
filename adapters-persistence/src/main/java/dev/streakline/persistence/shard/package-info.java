/**
 * The unit of work of folds.
 *
 * <p>A <b>shard</b> is a sixteenth of all viewers, by their key: the unit of parallel work in bounded memory. A
 * <b>mark</b> records that a viewer has facts that no fold has seen; it is appended in the transaction of the facts and
 * removed by the fold that has seen them. A <b>title mark</b> records the same of all viewers of a title, and becomes
 * marks later, when facts that were on their way have arrived.
 *
 * <p>Specification, section 10; the protocol between facts and folds is ADR 6.
 */
@NullMarked
package dev.streakline.persistence.shard;

import org.jspecify.annotations.NullMarked;
