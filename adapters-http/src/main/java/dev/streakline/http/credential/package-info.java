/**
 * Who a request comes from: API keys and tokens.
 *
 * <p>A <b>caller</b> is an account with its roles, proven by a <b>credential</b>: an API key, or a <b>token</b> (a signed JWT,
 * RFC 7519) that somebody with the <b>secret</b> (HS256) or with a private key (RS256, ES256; its public half is in a JWKS,
 * RFC 7517) has issued. What is not proven is refused as {@link dev.streakline.http.credential.NotAuthenticatedException}, without a word
 * of what was sent.
 *
 * <p>Specification, section 21.
 */
@NullMarked
package dev.streakline.http.credential;

import org.jspecify.annotations.NullMarked;
