package dev.streakline.architecture.planted.nooptionalparameters.cli;

import java.util.Optional;

final class CommandMayTake {
    static boolean breachZone(Optional<String> zone) {
        return zone.isPresent();
    }
}
