package dev.streakline.architecture.planted.nooptionalparameters.domain.streak;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

final class MayTake {
    MayTake(Optional<String> name) {
        breachMethod(name);
    }

    private static boolean breachMethod(Optional<String> name) {
        return name.isPresent();
    }

    static boolean breachInt(OptionalInt days) {
        return days.isPresent();
    }

    static long properLambda(Stream<Optional<String>> names) {
        return names.filter(name -> name.isPresent()).count();
    }
}
