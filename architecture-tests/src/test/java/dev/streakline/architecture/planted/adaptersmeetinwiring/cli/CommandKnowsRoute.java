package dev.streakline.architecture.planted.adaptersmeetinwiring.cli;

import dev.streakline.architecture.planted.adaptersmeetinwiring.http.Route;

record CommandKnowsRoute(Route route) {}
