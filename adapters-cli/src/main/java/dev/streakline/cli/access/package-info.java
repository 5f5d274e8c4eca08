/** The commands key and token. */
@NullMarked
package dev.streakline.cli.access;

import org.jspecify.annotations.NullMarked;
