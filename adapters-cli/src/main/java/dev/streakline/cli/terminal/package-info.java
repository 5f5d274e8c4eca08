/** Shared parts of all commands: output as text and JSON, progress, errors and exit codes. */
@NullMarked
package dev.streakline.cli.terminal;

import org.jspecify.annotations.NullMarked;
