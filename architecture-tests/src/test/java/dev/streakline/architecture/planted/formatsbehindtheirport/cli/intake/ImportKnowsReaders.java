package dev.streakline.architecture.planted.formatsbehindtheirport.cli.intake;

import dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.Readers;

record ImportKnowsReaders(Readers readers) {}
