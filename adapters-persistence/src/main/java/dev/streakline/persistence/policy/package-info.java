/**
 * Policies and fold versions in PostgreSQL. A <b>stamp</b> stands for the policies and the engine that folded. Specification,
 * section 10.
 */
@NullMarked
package dev.streakline.persistence.policy;

import org.jspecify.annotations.NullMarked;
