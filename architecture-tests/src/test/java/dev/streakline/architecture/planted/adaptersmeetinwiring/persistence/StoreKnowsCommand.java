package dev.streakline.architecture.planted.adaptersmeetinwiring.persistence;

import dev.streakline.architecture.planted.adaptersmeetinwiring.cli.Command;

record StoreKnowsCommand(Command command) {}
