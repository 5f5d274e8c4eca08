package dev.streakline.architecture.planted.closedtypes.application.streak;

abstract class OpenAbstract {
    abstract int days();
}
