package dev.streakline.architecture.planted.noinstanceofofsealedtypes.cli;

import dev.streakline.architecture.planted.noinstanceofofsealedtypes.application.ProperMoment;

final class AsksForACase {

    private AsksForACase() {}

    static boolean breachIsDate(ProperMoment moment) {
        return moment instanceof ProperMoment.ProperDate;
    }

    static boolean properIsText(Object value) {
        return value instanceof String;
    }
}
