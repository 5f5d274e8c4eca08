/**
 * What is known of one viewer.
 *
 * <p>A {@link dev.streakline.domain.history.ViewerHistory} is the viewer's facts as rows of primitive
 * {@link dev.streakline.domain.history.FactColumns columns}, their zones and their pauses.
 *
 * <p>Specification, section 10 and details 13 to 15.
 */
@NullMarked
package dev.streakline.domain.history;

import org.jspecify.annotations.NullMarked;
