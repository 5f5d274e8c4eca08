package dev.streakline.architecture.planted.adaptersmeetinwiring.cli.wiring;

import dev.streakline.architecture.planted.adaptersmeetinwiring.cli.Command;
import dev.streakline.architecture.planted.adaptersmeetinwiring.persistence.Store;

record ProperWiring(Command command, Store store) {}
