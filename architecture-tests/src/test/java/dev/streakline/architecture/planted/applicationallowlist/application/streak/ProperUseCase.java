package dev.streakline.architecture.planted.applicationallowlist.application.streak;

import dev.streakline.architecture.planted.applicationallowlist.domain.streak.ProperDay;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;

record ProperUseCase(ProperDay day, MessageDigest digest, Charset charset, AtomicLong count, InputStream upload) {}
