/**
 * Facts: what is known to have happened, one CloudEvent each.
 *
 * <p>An <b>identity</b> ({@link dev.streakline.application.fact.FactId}) names a fact for ever: the subject, the source and
 * the id that the source gave it. The <b>content</b> ({@link dev.streakline.application.fact.ContentDigest}) is everything
 * that the fact says; the same identity with the same content is a duplicate, with other content a conflict.
 * {@link dev.streakline.application.fact.EventReader} reads an event, given as the tree that any JSON parser makes, into a
 * {@link dev.streakline.application.fact.Fact}, or refuses it with one
 * {@link dev.streakline.application.fact.Rejection} that points at the member that is wrong. What became of an event is
 * its {@link dev.streakline.application.fact.Verdict}.
 *
 * <p>Specification, section 2 and details 10, 16 and 56 to 67. The facts about courses (enrolment, quizzes, questions) are
 * not read yet.
 */
@NullMarked
package dev.streakline.application.fact;

import org.jspecify.annotations.NullMarked;
