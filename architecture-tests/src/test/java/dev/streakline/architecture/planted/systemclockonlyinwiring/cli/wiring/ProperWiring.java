package dev.streakline.architecture.planted.systemclockonlyinwiring.cli.wiring;

import java.time.InstantSource;

final class ProperWiring {
    InstantSource clock() {
        return InstantSource.system();
    }
}
