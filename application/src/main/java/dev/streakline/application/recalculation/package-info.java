/**
 * Requested recalculations. A {@link dev.streakline.application.recalculation.RecalculationRun} is stored, and any
 * process that folds may work on it. Specification, section 10.
 */
@NullMarked
package dev.streakline.application.recalculation;

import org.jspecify.annotations.NullMarked;
