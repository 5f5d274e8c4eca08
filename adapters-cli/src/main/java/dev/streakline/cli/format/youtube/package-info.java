/** The history of YouTube, as JSON and as a page with times in the viewer's language. */
@NullMarked
package dev.streakline.cli.format.youtube;

import org.jspecify.annotations.NullMarked;
