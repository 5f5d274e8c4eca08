/** Commands for operators: migrate, doctor and completion. */
@NullMarked
package dev.streakline.cli.operation;

import org.jspecify.annotations.NullMarked;
