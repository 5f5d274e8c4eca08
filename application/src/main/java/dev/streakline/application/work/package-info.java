/**
 * Background work, in a service and in programs that embed the library.
 *
 * <p>A {@link dev.streakline.application.work.Worker} runs {@link dev.streakline.application.work.Job}s, each on a
 * thread of its own. A <b>round</b> of a job is one call of its {@link dev.streakline.application.work.Step}; the job's
 * {@link dev.streakline.application.work.JobPace} defines the pause before the next. Several processes may run the same
 * jobs on one store: work that only one of them may do is <b>claimed</b> under a
 * {@link dev.streakline.application.work.Lease}, which a <b>heartbeat</b> renews. Failed work is tried again after a
 * {@link dev.streakline.application.work.BackOff}.
 */
@NullMarked
package dev.streakline.application.work;

import org.jspecify.annotations.NullMarked;
