package dev.streakline.architecture.planted.applicationallowlist.application.streak;

import dev.streakline.architecture.planted.applicationallowlist.cli.Command;

record KnowsCommands(Command command) {}
