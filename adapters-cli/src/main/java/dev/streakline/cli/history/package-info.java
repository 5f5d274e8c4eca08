/**
 * Watch histories as people have them: files, read line by line into events.
 *
 * <p>A {@link dev.streakline.cli.history.HistoryFile} is a file or standard input, plain or gzip. Its bytes become
 * lines ({@code LineSource}), its first line says which {@code HistoryFormat} it is, and the format turns lines into
 * <b>items</b>: an <b>event</b> (a CloudEvent as a tree of maps, lists and numbers, not judged yet), something
 * <b>skipped</b> because it is not viewing, or a <b>bad</b> line. Nothing is lost: a bad line goes to the
 * {@link dev.streakline.cli.history.RejectFile} byte for byte with its number and the reason, and one bad line never
 * stops the reading. No more than one line (1 MiB at most) or one record (64 KiB at most) is held at a time.
 *
 * <p>A new format is one class that implements {@code HistoryFormat} and one word in {@code HistoryFile.FORMATS}.
 */
@NullMarked
package dev.streakline.cli.history;

import org.jspecify.annotations.NullMarked;
