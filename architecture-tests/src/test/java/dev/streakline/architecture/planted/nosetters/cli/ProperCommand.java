package dev.streakline.architecture.planted.nosetters.cli;

interface ProperCommand {
    void setDays(int days);
}
