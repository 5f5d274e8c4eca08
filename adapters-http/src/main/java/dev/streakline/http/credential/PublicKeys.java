package dev.streakline.http.credential;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects the public keys of a JWKS (RFC 7517) that can have signed a token. The library caches the keys for five
 * minutes and refreshes them in the background in the last two of these. While the source is unavailable, it keeps the
 * last ones.
 */
final class PublicKeys extends JWSVerificationKeySelector<SecurityContext> {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int MOST_BYTES = 200_000;
    /** Bounds the signatures that are computed for a token that names no key. */
    private static final int MOST_TRIED = 5;
    /** RFC 7518, section 3.3. */
    private static final int LEAST_RSA_BITS = 2_048;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration REFRESHED_AHEAD = Duration.ofMinutes(2);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(30);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(36_500);

    private PublicKeys(JWKSource<SecurityContext> keys) {
        super(ALGORITHMS, keys);
    }

    static PublicKeys ofFile(Path file, InstantSource clock) {
        return of(file.toUri(), new DirectRetriever(), clock);
    }

    static PublicKeys ofUrl(URI url, InstantSource clock) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("keys are read only from an https URL");
        }
        return of(url, new DirectRetriever(), clock);
    }

    static PublicKeys of(URI address, ResourceRetriever retriever, InstantSource clock) {
        try {
            var limited = new RateLimitedSource(new URLBasedJWKSetSource<>(address.toURL(), retriever));
            var tolerant = new OutageTolerantJWKSetSource<>(limited, KEPT_IN_AN_OUTAGE.toMillis(), null);
            return new PublicKeys(new ClockedSource(cached(tolerant), new ElapsedTime(clock)));
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("keys cannot be read from " + address, malformed);
        }
    }

    private static JWKSetSource<SecurityContext> cached(JWKSetSource<SecurityContext> source) {
        long lockWait = LONGEST_WAIT.multipliedBy(4).toMillis();
        return new RefreshAheadCachingJWKSetSource<>(
                source,
                FRESH.plusMillis(1).toMillis(),
                lockWait,
                REFRESHED_AHEAD.toMillis(),
                false,
                background(),
                false,
                null);
    }

    /** One thread at most, which ends when it is idle and keeps no process alive. */
    private static ExecutorService background() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "streakline-public-keys");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    protected JWKMatcher createJWKMatcher(JWSHeader header) {
        JWKMatcher matcher = super.createJWKMatcher(header);
        return JWSAlgorithm.RS256.equals(header.getAlgorithm())
                ? new JWKMatcher.Builder(matcher).minKeySize(LEAST_RSA_BITS).build()
                : matcher;
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, SecurityContext context) throws KeySourceException {
        return super.selectJWSKeys(header, context).stream().limit(MOST_TRIED).toList();
    }

    /** Passes the time of the injected clock, where the library's own source would pass that of the machine. */
    private record ClockedSource(JWKSetSource<SecurityContext> source, ElapsedTime time)
            implements JWKSource<SecurityContext> {

        @Override
        public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
            long now = time.now().toMillis();
            JWKSet known = source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
            List<JWK> found = selector.select(known);
            return found.isEmpty()
                    ? selector.select(
                            source.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), now, context))
                    : found;
        }
    }

    /**
     * Reads once in half a minute, and repeats the last failure in between. The library's own limit allows two reads in
     * that time and forgets the failure. The cache calls this from one thread at a time.
     */
    private static final class RateLimitedSource extends JWKSetSourceWrapper<SecurityContext> {

        private long nextAt;
        private @Nullable JWKSetUnavailableException failure;

        private RateLimitedSource(JWKSetSource<SecurityContext> source) {
            super(source);
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
                throws KeySourceException {
            if (now < nextAt) {
                throw new JWKSetUnavailableException("The keys were read less than half a minute ago", failure);
            }
            nextAt = now + BETWEEN_READINGS.toMillis();
            try {
                JWKSet read = getSource().getJWKSet(evaluator, now, context);
                failure = null;
                return read;
            } catch (JWKSetUnavailableException failed) {
                failure = failed;
                throw failed;
            }
        }
    }

    /** Follows no redirects: a key counts only if the configured address itself serves it. */
    static final class DirectRetriever extends DefaultResourceRetriever {

        DirectRetriever() {
            super((int) LONGEST_WAIT.toMillis(), (int) LONGEST_WAIT.toMillis(), MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
