/** The policies in force over HTTP. Specification, sections 10 and 17. */
@NullMarked
package dev.streakline.http.policy;

import org.jspecify.annotations.NullMarked;
