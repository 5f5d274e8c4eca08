package dev.streakline.architecture.planted.picoclionlyincli.cli;

import picocli.CommandLine.Command;

@Command(name = "streak")
record ProperCommand(int day) {}
