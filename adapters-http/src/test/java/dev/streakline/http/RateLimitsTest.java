package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.http.server.RateLimits;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2026-03-31T10:00:00Z");

    @Test
    void a_minutes_requests_may_come_at_once_and_no_more() {
        RateLimits limits = new RateLimits(3, () -> now);
        assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(2, 20));
        assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(1, 40));
        assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(0, 60));
        assertThat(limits.take("a").isTooMany()).isTrue();
        assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(-1, 20));
    }

    @Test
    void the_bucket_fills_evenly_and_never_runs_over() {
        RateLimits limits = new RateLimits(3, () -> now);
        for (int i = 0; i < 4; i++) {
            limits.take("a");
        }
        now = now.plusMillis(19_999);
        assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(-1, 1));
        now = now.plusMillis(2);
        assertThat(limits.take("a").isTooMany()).isFalse();
        assertThat(limits.take("a").isTooMany()).isTrue();
        now = now.plusSeconds(1_000_000);
        assertThat(limits.take("a").remaining()).isEqualTo(2);
    }

    @Test
    void refused_requests_cost_nothing() {
        RateLimits limits = new RateLimits(1, () -> now);
        limits.take("a");
        for (int i = 0; i < 100; i++) {
            assertThat(limits.take("a")).isEqualTo(new RateLimits.Taken(-1, 60));
        }
        now = now.plusSeconds(60);
        assertThat(limits.take("a").isTooMany()).isFalse();
    }

    @Test
    void each_credential_has_its_own() {
        RateLimits limits = new RateLimits(1, () -> now);
        assertThat(limits.take("a").isTooMany()).isFalse();
        assertThat(limits.take("b").isTooMany()).isFalse();
        assertThat(limits.take("a").isTooMany()).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_away() {
        RateLimits limits = new RateLimits(2, () -> now);
        limits.take("a");
        now = now.minusSeconds(3_600);
        assertThat(limits.take("a").remaining()).isZero();
        now = now.plusSeconds(30);
        assertThat(limits.take("a").remaining()).isZero();
    }

    @Test
    void of_endless_credentials_the_latest_are_remembered() {
        RateLimits limits = new RateLimits(1, () -> now);
        for (int i = 0; i < 20_000; i++) {
            limits.take("c" + i);
        }
        assertThat(limits.take("c19999").isTooMany()).isTrue();
        assertThat(limits.take("c10000").isTooMany()).isTrue();
        assertThat(limits.take("c0").isTooMany()).isFalse();
    }

    @Test
    void answers_state_how_many_are_left_and_refusals_when_to_try_again() {
        try (TestService service = new TestService(2)) {
            Answer first = service.get("/api/whoami", "viewer:ada");
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
            assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=1;t=30");
            service.get("/api/whoami", "viewer:ada").ok();
            Answer refused = service.get("/api/whoami", "viewer:ada");
            refused.problem(429, "rate.exceeded");
            assertThat(refused.header("RateLimit")).isEqualTo("\"default\";r=0;t=30");
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            service.get("/api/whoami", "viewer:eve").ok();
            service.get("/livez", "viewer:ada").ok();
            service.now = service.now.plusSeconds(30);
            service.get("/api/whoami", "viewer:ada").ok();
        }
    }
}
