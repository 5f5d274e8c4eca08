/**
 * Intake rules: who may send facts, and how many. They have versions of their own, apart from policies, and make nobody's
 * statistics stale. An <b>own</b> fact is one that a viewer sends about themselves. A <b>limit</b> holds for one viewer; role
 * ingest has ten times that for each, and the command line has none. Specification, section 2 and details 173 and 174.
 */
@NullMarked
package dev.streakline.application.intake;

import org.jspecify.annotations.NullMarked;
