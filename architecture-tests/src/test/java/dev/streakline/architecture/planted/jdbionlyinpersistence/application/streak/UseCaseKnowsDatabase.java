package dev.streakline.architecture.planted.jdbionlyinpersistence.application.streak;

import org.jdbi.v3.core.Handle;

record UseCaseKnowsDatabase(Handle database) {}
