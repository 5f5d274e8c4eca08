/**
 * How fast the store is, and the service over it, on a server of its own in a temporary folder, with everything as durable as
 * a user has it.
 *
 * <p>The <b>limits</b> are measured in the same run: <b>COPY out</b> is PostgreSQL copying out the columns that the fold
 * needs, <b>COPY in</b> is PostgreSQL taking in the rows that the fold gave. The <b>rival</b> is plain SQL in the same
 * database. A <b>goal</b> is a ratio to one of them.
 */
@NullMarked
package dev.streakline.benchmarks.store;

import org.jspecify.annotations.NullMarked;
