/** Lists of JSON objects, read one by one and strictly, where a broken entry costs that entry. */
@NullMarked
package dev.streakline.cli.format.json;

import org.jspecify.annotations.NullMarked;
