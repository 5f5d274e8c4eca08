/** Files of Streakline's own events: one in each line, or a list of them. */
@NullMarked
package dev.streakline.cli.format.event;

import org.jspecify.annotations.NullMarked;
