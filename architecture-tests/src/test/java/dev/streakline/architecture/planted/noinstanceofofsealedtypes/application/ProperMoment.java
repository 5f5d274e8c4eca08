package dev.streakline.architecture.planted.noinstanceofofsealedtypes.application;

public sealed interface ProperMoment {

    default boolean isInstant() {
        return this instanceof ProperInstant;
    }

    record ProperInstant(long at) implements ProperMoment {}

    record ProperDate(int day) implements ProperMoment {}
}
