/** What operators and programmers ask the service about itself. Specification, sections 17 and 21. */
@NullMarked
package dev.streakline.http.operation;

import org.jspecify.annotations.NullMarked;
