package dev.streakline.architecture.planted.adaptersmeetinwiring.http;

import dev.streakline.architecture.planted.adaptersmeetinwiring.persistence.Store;

record RouteKnowsStore(Store store) {}
