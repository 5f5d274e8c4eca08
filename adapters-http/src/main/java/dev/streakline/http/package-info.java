/**
 * The HTTP service: routes by feature in the packages below, and here what all of them share: the server, its limits, and
 * how a failure becomes a problem detail. Specification, sections 17 and 21.
 */
@NullMarked
package dev.streakline.http;

import org.jspecify.annotations.NullMarked;
