/**
 * Reading the stored statistics of viewers on channels from PostgreSQL. Specification, section 7.
 */
@NullMarked
package dev.streakline.persistence.lifetime;

import org.jspecify.annotations.NullMarked;
