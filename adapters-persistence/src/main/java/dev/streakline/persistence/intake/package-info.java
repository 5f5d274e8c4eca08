/** Facts in PostgreSQL: appended, withdrawn and read back; and the intake rules, with what is counted for them. */
@NullMarked
package dev.streakline.persistence.intake;

import org.jspecify.annotations.NullMarked;
