/**
 * What a service does all day without being asked: folding whoever waits.
 *
 * <p>A <b>round</b> of the {@link dev.streakline.cli.serve.WorkerLoop} folds the viewers who are settled or whom time has
 * changed, ranks what they touched, once a UTC day everything anew, and takes on one recalculation that somebody asked for.
 * The {@link dev.streakline.cli.serve.WorkerPace} says how long it rests between rounds, the {@link
 * dev.streakline.cli.serve.WorkerCounts} what it has done. Several processes may do so on one store.
 *
 * <p>Specification, sections 10 and 21.
 */
@NullMarked
package dev.streakline.cli.serve;

import org.jspecify.annotations.NullMarked;
