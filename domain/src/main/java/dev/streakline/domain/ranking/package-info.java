/**
 * Percentile ranks: how much more than others somebody has watched or said.
 *
 * <p>The <b>population</b> are the viewers of a channel, or of the whole deployment, with a value above 0 who have not opted
 * out. Their values of one metric, most first, are the {@link dev.streakline.domain.ranking.Standings}: one immutable value
 * of the channel, replaced as a whole. A viewer's row holds only his own value; what it means among the others is asked of
 * the standings: a {@link dev.streakline.domain.ranking.Standing} says how many are below, equal and above, and from these
 * follow rank and percentile.
 *
 * <p>Specification, section 8 and details 39, 40, 89 and 90.
 */
@NullMarked
package dev.streakline.domain.ranking;

import org.jspecify.annotations.NullMarked;
