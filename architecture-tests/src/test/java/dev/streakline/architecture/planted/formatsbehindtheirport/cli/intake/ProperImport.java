package dev.streakline.architecture.planted.formatsbehindtheirport.cli.intake;

import dev.streakline.architecture.planted.formatsbehindtheirport.application.format.ProperPort;

record ProperImport(ProperPort readers) {}
