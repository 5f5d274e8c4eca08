/**
 * Folding viewers and storing their statistics in PostgreSQL.
 *
 * <p>Specification, section 10; the protocol between facts and folds is ADR 6.
 */
@NullMarked
package dev.streakline.persistence.statistics;

import org.jspecify.annotations.NullMarked;
