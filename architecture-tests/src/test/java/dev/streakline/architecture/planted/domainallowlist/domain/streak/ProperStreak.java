package dev.streakline.architecture.planted.domainallowlist.domain.streak;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

record ProperStreak(LocalDate day, List<BigInteger> counts, ZoneOffsetTransition change) {
    static int size(long[] bits) {
        return bits.length;
    }

    long total() {
        return counts.stream().mapToLong(BigInteger::longValueExact).sum();
    }
}
