package dev.streakline.architecture.planted.formatsbehindtheirport.cli.statistics;

import dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.line.Line;

record StatsKnowsLines(Line line) {}
