package dev.streakline.architecture.plantedports.application.log;

public @interface Marker {}
