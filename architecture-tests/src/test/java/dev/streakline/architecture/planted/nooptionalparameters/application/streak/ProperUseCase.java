package dev.streakline.architecture.planted.nooptionalparameters.application.streak;

import java.util.Optional;

final class ProperUseCase {
    Optional<String> of(String viewer) {
        return Optional.of(viewer);
    }
}
