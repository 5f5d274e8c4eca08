/**
 * Who may do what.
 *
 * <p>An <b>account</b> is whoever is let in: a viewer, a creator, or a program of the platform; a viewer's account is his own
 * name. A <b>role</b> is a kind of thing that it may do. An <b>API key</b> is a secret text that stands for an account and
 * some roles, until it is revoked; only its hash is kept, so that nobody can read it where it is kept.
 *
 * <p>Specification, section 21.
 */
@NullMarked
package dev.streakline.application.access;

import org.jspecify.annotations.NullMarked;
