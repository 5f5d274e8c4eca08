package dev.streakline.architecture.planted.nooptionalfields.application.streak;

import java.util.Optional;

record ProperHolder(String name) {
    Optional<String> named() {
        Optional<String> captured = Optional.of(name);
        return new Object() {
            Optional<String> answer() {
                return captured;
            }
        }.answer();
    }
}
