package dev.streakline.architecture.planted.novagueclassnames.cli;

record CommandBase(int days) {}
