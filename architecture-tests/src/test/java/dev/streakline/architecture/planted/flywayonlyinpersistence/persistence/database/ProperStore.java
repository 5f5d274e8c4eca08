package dev.streakline.architecture.planted.flywayonlyinpersistence.persistence.database;

import org.flywaydb.core.Flyway;

record ProperStore(Flyway database) {}
