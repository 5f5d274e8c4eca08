package dev.streakline.architecture.planted.flywayonlyinpersistence.application.streak;

import org.flywaydb.core.Flyway;

record UseCaseKnowsDatabase(Flyway database) {}
