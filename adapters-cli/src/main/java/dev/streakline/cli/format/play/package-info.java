/** What the formats of all services share: events that are made of rows, and ids that a later download repeats. */
@NullMarked
package dev.streakline.cli.format.play;

import org.jspecify.annotations.NullMarked;
