/**
 * What a viewer has said of himself: where he lives, what he is called, whether he is ranked, which pauses he takes. All of
 * it are facts; of several the latest holds. Specification, sections 2 and 17, details 10, 16 and 67.
 */
@NullMarked
package dev.streakline.application.viewer;

import org.jspecify.annotations.NullMarked;
