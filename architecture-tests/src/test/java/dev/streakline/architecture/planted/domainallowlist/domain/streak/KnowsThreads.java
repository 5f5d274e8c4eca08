package dev.streakline.architecture.planted.domainallowlist.domain.streak;

import java.util.concurrent.atomic.AtomicLong;

record KnowsThreads(AtomicLong count) {}
