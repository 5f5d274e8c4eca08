package dev.streakline.cli;

import dev.streakline.application.history.ReadHistory;
import dev.streakline.application.history.RecordFacts;
import dev.streakline.application.history.Statistics;
import java.time.InstantSource;

/**
 * The parts that commands work with.
 *
 * @param clock what now is
 * @param record takes events in
 * @param histories reads what was taken in
 * @param statistics what is kept of it
 */
public record Program(InstantSource clock, RecordFacts record, ReadHistory histories, Statistics statistics) {}
