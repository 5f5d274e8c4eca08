/** A file as lines with their numbers and bytes, where one broken byte costs one line. */
@NullMarked
package dev.streakline.cli.format.line;

import org.jspecify.annotations.NullMarked;
