package dev.streakline.architecture.planted.picoclionlyincli.application.streak;

import picocli.CommandLine.Command;

@Command(name = "streak")
record UseCaseIsACommand(int day) {}
