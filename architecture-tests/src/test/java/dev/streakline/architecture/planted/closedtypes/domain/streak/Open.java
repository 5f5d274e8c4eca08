package dev.streakline.architecture.planted.closedtypes.domain.streak;

class Open {
    private static class OpenNested {}

    Object nested() {
        return new OpenNested();
    }
}
