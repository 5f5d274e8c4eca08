/** What those who run the service do: keys, the rules of the deployment, recalculations. Specification, section 17. */
@NullMarked
package dev.streakline.http.admin;

import org.jspecify.annotations.NullMarked;
