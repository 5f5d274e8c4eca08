/** The server below the routes: its connections, its limits, and how a failure becomes a problem detail. Specification, sections 17 and 21. */
@NullMarked
package dev.streakline.http.server;

import org.jspecify.annotations.NullMarked;
