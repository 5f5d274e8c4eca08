/** The command forget. */
@NullMarked
package dev.streakline.cli.viewer;

import org.jspecify.annotations.NullMarked;
