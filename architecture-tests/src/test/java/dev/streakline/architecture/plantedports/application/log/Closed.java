package dev.streakline.architecture.plantedports.application.log;

public sealed interface Closed {
    record One(int days) implements Closed {}
}
