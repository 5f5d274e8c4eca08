/**
 * Recording facts, and reading them back.
 *
 * <p>An {@link dev.streakline.application.intake.EventReader} makes facts of events;
 * {@link dev.streakline.application.intake.RecordFacts} appends them to the
 * {@link dev.streakline.application.intake.FactLog}, which marks the viewers whose statistics they change;
 * {@link dev.streakline.application.intake.Archive} reads all of them back.
 *
 * <p><b>Intake rules</b> limit which senders may send facts, and how many. They have versions of their own, apart from
 * policies, and make no statistics stale. An <b>own</b> fact is one that viewers send about themselves. A <b>limit</b>
 * applies to each viewer; role ingest has ten times as much for each, and the command line has no limit.
 *
 * <p>Specification, section 2 and details 173 and 174.
 */
@NullMarked
package dev.streakline.application.intake;

import org.jspecify.annotations.NullMarked;
