/**
 * Claims of rows of a table, each by one of several processes.
 *
 * <p>A row is <b>open</b> while there is work left, and <b>due</b> from the instant in its column {@code due_at} on. A
 * process <b>claims</b> a due row: {@code due_at} becomes the end of its <b>lease</b>, and the row's <b>token</b>
 * grows. Every later write names that token, so that a process that was replaced changes nothing. A lease is
 * <b>renewed</b> by heartbeats; a row is <b>released</b> by a process that stops, and <b>postponed</b> after a failure.
 * All times are those of the database's clock.
 */
@NullMarked
package dev.streakline.persistence.claim;

import org.jspecify.annotations.NullMarked;
