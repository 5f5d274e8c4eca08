package dev.streakline.architecture.plantedports.application.log;

interface Inner {
    int days();
}
