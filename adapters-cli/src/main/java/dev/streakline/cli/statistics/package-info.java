/** The command stats: the statistics of a viewer, as text and JSON. The names of JSON members are those of the HTTP interface. */
@NullMarked
package dev.streakline.cli.statistics;

import org.jspecify.annotations.NullMarked;
