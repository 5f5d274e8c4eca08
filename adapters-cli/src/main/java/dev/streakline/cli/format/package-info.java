/**
 * The formats of history files, behind the port {@link dev.streakline.application.format.HistoryReaders}.
 *
 * <p>A <b>history file</b> is plain, gzip, or an archive of such files, its <b>members</b>. Its <b>lines</b> are numbered from
 * 1 and know their byte offset in the uncompressed stream. A JSON list is cut into its <b>entries</b>, which are lines as
 * well. A <b>format</b> is one class: it recognises a file by its first line or entry, and turns lines into
 * {@linkplain dev.streakline.application.format.HistoryItem items}. A rejected line is never lost and never fatal.
 *
 * <p>Nothing but the wiring knows this package and those below it.
 */
@NullMarked
package dev.streakline.cli.format;

import org.jspecify.annotations.NullMarked;
