package dev.streakline.architecture.planted.noolddates.cli;

import java.util.TimeZone;

record HoldsATimeZone(TimeZone zone) {}
