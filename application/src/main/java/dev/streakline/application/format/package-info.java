/**
 * Reading history files in the formats of services, without knowing any format.
 *
 * <p>A <b>history file</b> is what a viewer downloads from a service, or Streakline's own events. A reader turns its
 * lines into <b>items</b>: an <b>event</b> that is not judged yet, a <b>skipped</b> row with its reason, or a
 * <b>rejected</b> line with code, reason and its bytes. A <b>sink</b> takes the items in the order of the file.
 *
 * <p>{@link dev.streakline.application.format.HistoryReaders} is the port: the command line reads with it, and so can
 * any other surface that reads files.
 */
@NullMarked
package dev.streakline.application.format;

import org.jspecify.annotations.NullMarked;
