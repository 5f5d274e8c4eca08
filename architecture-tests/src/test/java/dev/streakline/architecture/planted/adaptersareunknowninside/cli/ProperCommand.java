package dev.streakline.architecture.planted.adaptersareunknowninside.cli;

record ProperCommand(Command other) {}
