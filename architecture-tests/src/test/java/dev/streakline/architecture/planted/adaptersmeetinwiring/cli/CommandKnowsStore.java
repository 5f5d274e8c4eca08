package dev.streakline.architecture.planted.adaptersmeetinwiring.cli;

import dev.streakline.architecture.planted.adaptersmeetinwiring.persistence.Store;

record CommandKnowsStore(Store store) {}
