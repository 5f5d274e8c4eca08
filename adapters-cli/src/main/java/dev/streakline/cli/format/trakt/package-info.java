/** The history that Trakt exports. */
@NullMarked
package dev.streakline.cli.format.trakt;

import org.jspecify.annotations.NullMarked;
