package dev.streakline.architecture.plantedports.application.log;

public interface Twice {
    int days();
}
