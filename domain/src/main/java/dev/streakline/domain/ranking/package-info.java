/**
 * Percentile ranks: a viewer's watch time and messages compared with those of others.
 *
 * <p>The <b>population</b> are the viewers of a channel, or of the whole deployment, with a value above 0 who have not
 * opted out. Their values of one metric, most first, are the {@link dev.streakline.domain.ranking.Standings}: one
 * immutable value for each channel, replaced as a whole. A viewer's row has only their own value. The standings compare
 * it with the others: a {@link dev.streakline.domain.ranking.Standing} counts those below, equal and above, which gives
 * rank and percentile.
 *
 * <p>Specification, section 8 and details 39, 40, 89 and 90.
 */
@NullMarked
package dev.streakline.domain.ranking;

import org.jspecify.annotations.NullMarked;
