/**
 * Reading the histories of viewers from PostgreSQL, in bounded memory. Specification, section 2.
 */
@NullMarked
package dev.streakline.persistence.history;

import org.jspecify.annotations.NullMarked;
