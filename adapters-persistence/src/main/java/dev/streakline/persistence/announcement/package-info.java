/**
 * Announcements in PostgreSQL: rows of the table {@code announcement}, which are written in the transaction of a fold or a
 * ranking and never changed.
 *
 * <p>Specification, section 14.
 */
@NullMarked
package dev.streakline.persistence.announcement;

import org.jspecify.annotations.NullMarked;
