package dev.streakline.architecture.planted.nogenericexceptions.domain.streak;

final class ThrowsAnything {
    IllegalArgumentException properRefusal() {
        return new IllegalArgumentException("days must be positive");
    }

    RuntimeException breachRuntime() {
        return new RuntimeException("no");
    }

    Exception breachException() {
        return new Exception("no");
    }

    Throwable breachThrowable() {
        return new Throwable("no");
    }
}
