package dev.streakline.architecture.planted.applicationallowlist.application.streak;

import java.nio.file.Path;

record KnowsFiles(Path file) {}
