/** The versions of the policies, of which the newest is in force. Specification, section 10. */
@NullMarked
package dev.streakline.application.policy;

import org.jspecify.annotations.NullMarked;
