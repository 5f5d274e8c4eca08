/**
 * Rows in bulk: columns as arrays that one statement writes, {@code COPY} in and out in its binary format, and whole numbers
 * in few bytes.
 */
@NullMarked
package dev.streakline.persistence.rows;

import org.jspecify.annotations.NullMarked;
