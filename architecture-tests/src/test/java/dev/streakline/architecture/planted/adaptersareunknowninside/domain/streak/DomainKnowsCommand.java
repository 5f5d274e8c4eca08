package dev.streakline.architecture.planted.adaptersareunknowninside.domain.streak;

import dev.streakline.architecture.planted.adaptersareunknowninside.cli.Command;

record DomainKnowsCommand(Command command) {}
