/**
 * Commands that put facts into the store and take them out: import, withdraw, dump and intake. Rejected lines of history files
 * go to a <b>reject file</b>, with their bytes.
 */
@NullMarked
package dev.streakline.cli.intake;

import org.jspecify.annotations.NullMarked;
