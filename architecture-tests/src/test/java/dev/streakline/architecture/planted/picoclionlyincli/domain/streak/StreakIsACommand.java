package dev.streakline.architecture.planted.picoclionlyincli.domain.streak;

import picocli.CommandLine.Command;

@Command(name = "streak")
record StreakIsACommand(int day) {}
