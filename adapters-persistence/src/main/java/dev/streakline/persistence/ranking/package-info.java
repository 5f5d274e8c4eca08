/**
 * Rankings in PostgreSQL. Whoever keeps statistics marks the standings in which a value is another than before; a ranking reads
 * the marks and the values in one snapshot, replaces the standings and takes exactly those marks away, with the row of the
 * standings locked, so that of two who rank one channel the one with the older snapshot tries again.
 */
@NullMarked
package dev.streakline.persistence.ranking;

import org.jspecify.annotations.NullMarked;
