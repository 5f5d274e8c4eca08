/** The composition root: builds the program out of its parts by hand, readable top to bottom. */
@NullMarked
package dev.streakline.cli.wiring;

import org.jspecify.annotations.NullMarked;
