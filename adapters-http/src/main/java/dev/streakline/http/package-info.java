/**
 * The HTTP service: its assembly and settings here, and its routes by feature in the packages below. Specification, sections
 * 17 and 21.
 */
@NullMarked
package dev.streakline.http;

import org.jspecify.annotations.NullMarked;
