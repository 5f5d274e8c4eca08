/** Tests against a running service; each request and answer is held to the OpenAPI document. */
@NullMarked
package dev.streakline.http;

import org.jspecify.annotations.NullMarked;
