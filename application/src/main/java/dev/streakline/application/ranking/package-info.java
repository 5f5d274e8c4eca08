/**
 * Ranking the viewers of channels, and of the whole deployment. A {@link dev.streakline.application.ranking.Population}
 * has one {@link dev.streakline.application.ranking.Ranking}, which is replaced as a whole:
 * {@link dev.streakline.application.ranking.Rankings} updates it after statistics change, subject to a cool-down, and
 * rebuilds it once a UTC day. A viewer's rank is computed when it is read, and every answer states as of when.
 *
 * <p>Specification, sections 8 and 14.
 */
@NullMarked
package dev.streakline.application.ranking;

import org.jspecify.annotations.NullMarked;
