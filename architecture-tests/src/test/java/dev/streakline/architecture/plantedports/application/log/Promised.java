package dev.streakline.architecture.plantedports.application.log;

public interface Promised {
    int days();
}
