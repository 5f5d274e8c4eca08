package dev.streakline.architecture.planted.domainallowlist.domain.streak;

import java.nio.file.Path;

record KnowsFiles(Path file) {}
