/** Intake rules in PostgreSQL, and what is counted for them. */
@NullMarked
package dev.streakline.persistence.intake;

import org.jspecify.annotations.NullMarked;
