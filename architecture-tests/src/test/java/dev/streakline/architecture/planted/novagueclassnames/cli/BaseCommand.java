package dev.streakline.architecture.planted.novagueclassnames.cli;

record BaseCommand(int days) {}
