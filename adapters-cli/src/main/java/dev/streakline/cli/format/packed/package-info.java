/** The bytes of a file, as they are unpacked: gzip, archives and their members, and the character set. */
@NullMarked
package dev.streakline.cli.format.packed;

import org.jspecify.annotations.NullMarked;
