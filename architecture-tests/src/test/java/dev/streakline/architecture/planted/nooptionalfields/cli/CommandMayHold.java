package dev.streakline.architecture.planted.nooptionalfields.cli;

import java.util.Optional;

record CommandMayHold(Optional<String> breachZone) {}
