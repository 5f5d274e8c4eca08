package dev.streakline.architecture.planted.noambienttimechanceorlocale.domain.streak;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

@SuppressWarnings("JavaTimeDefaultTimeZone") // the breach itself
final class TakesTime {
    Instant breachNow() {
        return Instant.now();
    }

    LocalDate breachToday() {
        return LocalDate.now();
    }

    LocalDate breachTodayThere(ZoneId zone) {
        return LocalDate.now(zone);
    }

    Supplier<Instant> breachNowLater() {
        return Instant::now;
    }

    long breachMillis() {
        return System.currentTimeMillis();
    }

    long breachNanos() {
        return System.nanoTime();
    }

    Clock breachClock() {
        return Clock.systemUTC();
    }

    InstantSource breachSource() {
        return InstantSource.system();
    }

    Instant properInstant() {
        return Instant.EPOCH;
    }
}
