package dev.streakline.architecture.planted.formatsbehindtheirport.cli.format;

import dev.streakline.architecture.planted.formatsbehindtheirport.application.format.ProperPort;
import dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.line.Line;

public record Readers(Line first) implements ProperPort {}
