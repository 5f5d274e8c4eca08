package dev.streakline.http.server;

import dev.streakline.http.credential.ElapsedTime;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests that each credential has left: a bucket of a minute's requests that fills evenly. Each process counts
 * for itself, and remembers the 10,000 credentials that it has seen last. Safe for use by several threads.
 */
public final class RateLimits {

    private static final int MOST_CREDENTIALS = 10_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CREDENTIALS;
        }
    };

    /** Allows this many requests a minute, at least one. */
    public RateLimits(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.time = new Meter(new ElapsedTime(clock));
    }

    /** Takes one request of a credential. */
    public synchronized Taken take(String credential) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(credential, unused -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Taken((int) probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()))
                : new Taken(-1, seconds(probe.getNanosToWaitForRefill()));
    }

    /** Without locks of its own: this object locks already. */
    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .withSynchronizationStrategy(SynchronizationStrategy.NONE)
                .build();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }

    int perMinute() {
        return perMinute;
    }

    /**
     * The outcome of a request.
     *
     * @param remaining the requests that are left now; negative when this request exceeded the limit
     * @param resetSeconds until the next request is allowed, or, where some are left, until all are there again; rounded up,
     *     at least 1
     */
    public record Taken(int remaining, long resetSeconds) {

        public boolean isTooMany() {
            return remaining < 0;
        }
    }

    private record Meter(ElapsedTime elapsed) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return elapsed.now().toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
