package dev.streakline.architecture.planted.domainallowlist.domain.streak;

import java.security.MessageDigest;

record KnowsDigests(MessageDigest digest) {}
