package dev.streakline.architecture.planted.novagueclassnames.cli;

record ProperDatabase(String name) {}
