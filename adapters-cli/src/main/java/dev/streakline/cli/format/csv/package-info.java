/** Tables as spreadsheet programs save them: separators, headers, and rows that have the wrong number of values. */
@NullMarked
package dev.streakline.cli.format.csv;

import org.jspecify.annotations.NullMarked;
