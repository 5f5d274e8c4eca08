package dev.streakline.architecture.planted.nojavautillogging.application.streak;

import java.util.logging.Logger;

record Logs(Logger logger) {}
