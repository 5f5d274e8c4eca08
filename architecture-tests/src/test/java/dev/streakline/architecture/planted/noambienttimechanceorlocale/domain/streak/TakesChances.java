package dev.streakline.architecture.planted.noambienttimechanceorlocale.domain.streak;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

final class TakesChances {
    UUID breachUuid() {
        return UUID.randomUUID();
    }

    double breachMath() {
        return Math.random();
    }

    Random breachRandom() {
        return new Random();
    }

    SplittableRandom breachSplittable() {
        return new SplittableRandom();
    }

    Random breachThreadLocal() {
        return ThreadLocalRandom.current();
    }

    Random breachSecure() {
        return new SecureRandom();
    }

    void breachShuffle(List<String> names) {
        Collections.shuffle(names);
    }

    Random properSeeded(long seed) {
        return new Random(seed);
    }
}
