package dev.streakline.architecture.planted.nogetters.cli;

interface ProperCommand {
    int getDays();
}
