/**
 * From the bytes of a watch history to events.
 *
 * <p>A <b>history file</b> is a file or standard input, plain or gzip, or a zip of such files, its <b>members</b>. Its
 * <b>lines</b> are numbered from 1 and know their byte offset in the uncompressed stream; a JSON list is cut into its
 * <b>entries</b>, which are lines as well. A <b>format</b> is one class: it recognises a file by its first line or
 * entry and turns the lines into <b>items</b>: an <b>event</b> (one CloudEvent as a JSON tree, not judged yet), a
 * <b>skipped</b> row that is no viewing, or a <b>bad</b> line with code, reason and its raw bytes. RejectedLine lines are never
 * lost and never fatal: they go to the <b>reject file</b>, from which they can be taken back byte for byte.
 */
@NullMarked
package dev.streakline.cli.format;

import org.jspecify.annotations.NullMarked;
