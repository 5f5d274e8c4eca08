package dev.streakline.architecture.planted.systemclockonlyinwiring.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

@SuppressWarnings("JavaTimeDefaultTimeZone") // the breach itself
final class ReadsTheClock {
    InstantSource breachSource() {
        return InstantSource.system();
    }

    Clock breachClock() {
        return Clock.systemUTC();
    }

    Clock breachTicks() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    Instant breachNow() {
        return Instant.now();
    }

    LocalDate breachToday() {
        return LocalDate.now();
    }

    LocalDate breachTodayThere(ZoneId zone) {
        return LocalDate.now(zone);
    }

    long breachMillis() {
        return System.currentTimeMillis();
    }

    LocalDate properToday(Clock clock) {
        return LocalDate.now(clock);
    }

    long properElapsed() {
        return System.nanoTime();
    }
}
