/**
 * The command that serves a store over HTTP, and how its process ends. The {@link dev.streakline.application.work.Worker} beside
 * it keeps the statistics current. Several processes may serve one store.
 *
 * <p>Specification, sections 10 and 21.
 */
@NullMarked
package dev.streakline.cli.serve;

import org.jspecify.annotations.NullMarked;
