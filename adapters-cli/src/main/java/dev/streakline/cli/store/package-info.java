/** The stores that commands open, and the options that select one. */
@NullMarked
package dev.streakline.cli.store;

import org.jspecify.annotations.NullMarked;
