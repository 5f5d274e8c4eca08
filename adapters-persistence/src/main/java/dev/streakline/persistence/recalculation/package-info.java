/** Requested recalculations in PostgreSQL. Specification, section 10. */
@NullMarked
package dev.streakline.persistence.recalculation;

import org.jspecify.annotations.NullMarked;
