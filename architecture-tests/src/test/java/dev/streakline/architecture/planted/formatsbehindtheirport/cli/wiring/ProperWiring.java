package dev.streakline.architecture.planted.formatsbehindtheirport.cli.wiring;

import dev.streakline.architecture.planted.formatsbehindtheirport.application.format.ProperPort;
import dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.Readers;
import dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.line.Line;

record ProperWiring(Line first) {

    ProperPort properReaders() {
        return new Readers(first);
    }
}
