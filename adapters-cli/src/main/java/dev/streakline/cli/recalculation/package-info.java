/** The commands recalculate and verify. */
@NullMarked
package dev.streakline.cli.recalculation;

import org.jspecify.annotations.NullMarked;
