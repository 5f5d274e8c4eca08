package dev.streakline.architecture.planted.nojavautillogging.cli;

import java.util.logging.Logger;

record LogsToo(Logger logger) {}
