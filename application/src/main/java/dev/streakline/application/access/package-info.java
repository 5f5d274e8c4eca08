/**
 * Accounts, roles and API keys.
 *
 * <p>An <b>account</b> is an authenticated party: a viewer, a creator, or a program of the platform. A viewer's account
 * is the viewer id. A <b>role</b> is a set of things that an account may do. An <b>API key</b> is a secret text that
 * grants an account's access with some roles, until it is revoked. Only its hash is stored, so that no one can read the
 * key from the store.
 *
 * <p>Specification, section 21.
 */
@NullMarked
package dev.streakline.application.access;

import org.jspecify.annotations.NullMarked;
