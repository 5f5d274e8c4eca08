package dev.streakline.architecture.plantedports.application.log;

abstract class EmptiedContract {
    abstract Emptied port();
}
