package dev.streakline.architecture.planted.adaptersareunknowninside.application.streak;

import dev.streakline.architecture.planted.adaptersareunknowninside.cli.Command;

record ApplicationKnowsCommand(Command command) {}
