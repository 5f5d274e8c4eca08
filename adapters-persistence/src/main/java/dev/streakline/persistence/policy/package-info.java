/**
 * Policies and fold versions in PostgreSQL. A <b>fold version</b> is what folded: policies and the version of the code. Specification,
 * section 10.
 */
@NullMarked
package dev.streakline.persistence.policy;

import org.jspecify.annotations.NullMarked;
