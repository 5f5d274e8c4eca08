/**
 * Rankings in PostgreSQL. A fold that stores statistics marks the standings in which a value has changed. A ranking
 * locks the row of the standings and reads the marks and the values in one snapshot. It replaces the standings and
 * removes exactly those marks. If two processes rank one channel, the one with the older snapshot tries again.
 */
@NullMarked
package dev.streakline.persistence.ranking;

import org.jspecify.annotations.NullMarked;
