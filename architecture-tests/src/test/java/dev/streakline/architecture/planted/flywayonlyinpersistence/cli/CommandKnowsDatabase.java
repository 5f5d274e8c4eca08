package dev.streakline.architecture.planted.flywayonlyinpersistence.cli;

import org.flywaydb.core.Flyway;

record CommandKnowsDatabase(Flyway database) {}
