/**
 * Authentication of callers, by API keys and tokens.
 *
 * <p>A <b>caller</b> is an account with its roles, proven by a <b>credential</b>: an API key, or a <b>token</b>. A
 * token is a JWT (RFC 7519), signed with the <b>secret</b> (HS256) or with a private key (RS256, ES256) whose public
 * half is in a JWKS (RFC 7517). Other requests are refused with
 * {@link dev.streakline.http.credential.NotAuthenticatedException}, whose message repeats nothing of the request.
 *
 * <p>Specification, section 21.
 */
@NullMarked
package dev.streakline.http.credential;

import org.jspecify.annotations.NullMarked;
