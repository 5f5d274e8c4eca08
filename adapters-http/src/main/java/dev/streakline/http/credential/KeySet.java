package dev.streakline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.streakline.application.history.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Public keys from a JWKS (RFC 7517), as they were when it was last read. While it cannot be read, the last ones go on to
 * count; one thread at a time reads, and the others do not wait for it unless they need a key that is not there.
 */
final class KeySet implements Tokens.Verifiers {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int MOST_BYTES = 200_000;
    /** A token that names no key is tried with as many: each costs time, and whoever sends rubbish has more of it. */
    private static final int MOST_TRIED = 5;
    /** RFC 7518, section 3.3. */
    private static final int LEAST_RSA_BITS = 2_048;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(30);

    private final Reading reading;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable JWKSet keys;
    private volatile Instant readAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;
    private volatile @Nullable Exception failure;

    /** Reads the text of a JWKS. */
    @FunctionalInterface
    interface Reading {
        String read() throws IOException;
    }

    KeySet(Reading reading, InstantSource clock) {
        this.reading = reading;
        this.clock = clock;
    }

    static KeySet ofFile(Path file, InstantSource clock) {
        return new KeySet(() -> text(file), clock);
    }

    static KeySet ofUrl(URI url, InstantSource clock) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("keys are only taken from a URL of https");
        }
        return new KeySet(() -> text(url), clock);
    }

    @Override
    public List<JWSVerifier> of(JWSHeader header) throws JOSEException {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return List.of();
        }
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        List<JWSVerifier> verifiers = new ArrayList<>();
        for (JWK key : matching(matcher)) {
            if (verifiers.size() < MOST_TRIED) {
                verifiers.add(
                        new DefaultJWSVerifierFactory().createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey()));
            }
        }
        return verifiers;
    }

    private List<JWK> matching(JWKMatcher matcher) {
        JWKSet known = keys;
        if (known != null && isOlder(readAt, FRESH) && isOlder(triedAt, BETWEEN_READINGS) && oneAtATime.tryLock()) {
            try {
                known = readAgain(known);
            } finally {
                oneAtATime.unlock();
            }
        }
        List<JWK> found = known == null ? List.of() : matching(known, matcher);
        return found.isEmpty() ? matching(newest(), matcher) : found;
    }

    /** What is there now, read again unless that was just done. */
    private JWKSet newest() {
        oneAtATime.lock();
        try {
            JWKSet known = isOlder(triedAt, BETWEEN_READINGS) ? readAgain(keys) : keys;
            if (known == null) {
                throw unreadable(failure);
            }
            return known;
        } finally {
            oneAtATime.unlock();
        }
    }

    private static List<JWK> matching(JWKSet keys, JWKMatcher matcher) {
        return keys.getKeys().stream().filter(matcher::matches).toList();
    }

    private static StoreUnavailableException unreadable(@Nullable Exception why) {
        return new StoreUnavailableException(
                "The public keys of tokens cannot be read. See that they are there, then try again.",
                why == null ? new IOException("they were never read") : why);
    }

    private @Nullable JWKSet readAgain(@Nullable JWKSet otherwise) {
        Instant now = clock.instant();
        triedAt = now;
        try {
            JWKSet read = strong(parsed(reading.read()));
            keys = read;
            readAt = now;
            return read;
        } catch (IOException | ParseException failed) {
            failure = failed;
            return otherwise;
        }
    }

    /** The library says in several ways that it cannot read something, a null pointer among them. */
    private static JWKSet parsed(String text) throws ParseException {
        try {
            return JWKSet.parse(text);
        } catch (RuntimeException broken) {
            throw new ParseException("no set of keys: " + broken, 0);
        }
    }

    private static JWKSet strong(JWKSet read) {
        return new JWKSet(read.getKeys().stream()
                .filter(key -> key instanceof AsymmetricJWK)
                .filter(key -> !(key instanceof RSAKey) || key.size() >= LEAST_RSA_BITS)
                .toList());
    }

    /** Also of a time that is yet to come: then the clock was set back. */
    private boolean isOlder(Instant time, Duration age) {
        Instant now = clock.instant();
        return time.isAfter(now) || time.isBefore(now.minus(age));
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] read = bytes.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new IOException(file + " has more than " + MOST_BYTES + " bytes");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    static String text(URI url) throws IOException {
        int wait = Math.toIntExact(LONGEST_WAIT.toMillis());
        return new DirectRetriever(wait).retrieveResource(url.toURL()).getContent();
    }

    /** Follows no redirects: keys come from where they were asked for, or not at all. */
    private static final class DirectRetriever extends DefaultResourceRetriever {

        private DirectRetriever(int waitMillis) {
            super(waitMillis, waitMillis, MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
