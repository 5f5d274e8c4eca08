package dev.streakline.architecture.plantedports.application.log;

@FunctionalInterface
public interface Callback {
    int days();
}
