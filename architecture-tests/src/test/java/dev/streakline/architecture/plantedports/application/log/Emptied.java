package dev.streakline.architecture.plantedports.application.log;

public interface Emptied {
    int days();
}
