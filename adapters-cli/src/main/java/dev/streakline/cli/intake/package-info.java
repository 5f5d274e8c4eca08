/** Commands that put facts into the store and take them out: import, withdraw, dump and intake. */
@NullMarked
package dev.streakline.cli.intake;

import org.jspecify.annotations.NullMarked;
