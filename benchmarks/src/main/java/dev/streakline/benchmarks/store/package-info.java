/**
 * Benchmarks of the store and of the service over it, on a server of their own in a temporary folder, with durability
 * as in production.
 *
 * <p>The <b>limits</b> are measured in the same run: <b>COPY out</b> is PostgreSQL copying out the columns that the
 * fold needs, <b>COPY in</b> is PostgreSQL taking in the rows that the fold produced. The <b>rival</b> is plain SQL in
 * the same database. A <b>goal</b> is a ratio to one of them.
 */
@NullMarked
package dev.streakline.benchmarks.store;

import org.jspecify.annotations.NullMarked;
