package dev.streakline.architecture.plantedports.application.log;

public interface Forgotten {
    int days();
}
