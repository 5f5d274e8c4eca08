package dev.streakline.http.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests each credential has: a bucket of a minute's requests that fills evenly. Counts are of this process.
 * Safe for several threads.
 */
public final class RateLimits {

    private static final int MOST_CREDENTIALS = 10_000;
    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CREDENTIALS;
        }
    };

    public RateLimits(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes one request of a credential. */
    public synchronized Taken take(String credential) {
        Bucket bucket = buckets.computeIfAbsent(credential, fresh -> new Bucket(perMinute, clock.instant()));
        return bucket.take(clock.instant());
    }

    int perMinute() {
        return perMinute;
    }

    /**
     * What became of a request.
     *
     * @param remaining how many are left now; negative when this one was one too many
     * @param resetSeconds until there is another one, or, where some are left, until all are there again; rounded up
     */
    public record Taken(int remaining, long resetSeconds) {

        public boolean isTooMany() {
            return remaining < 0;
        }
    }

    private final class Bucket {

        private double left;
        private Instant at;

        private Bucket(double left, Instant at) {
            this.left = left;
            this.at = at;
        }

        private Taken take(Instant now) {
            long passed = Math.max(0, Duration.between(at, now).toNanos());
            left = Math.min(perMinute, left + (double) passed * perMinute / NANOS_PER_MINUTE);
            at = now;
            if (left < 1) {
                return new Taken(-1, seconds(1 - left));
            }
            left--;
            return new Taken((int) left, seconds(perMinute - left));
        }

        private long seconds(double requests) {
            return Math.max(1, (long) Math.ceil(requests * 60 / perMinute));
        }
    }
}
