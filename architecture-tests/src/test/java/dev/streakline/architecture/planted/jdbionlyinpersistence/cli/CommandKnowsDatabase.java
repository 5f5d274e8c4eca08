package dev.streakline.architecture.planted.jdbionlyinpersistence.cli;

import org.jdbi.v3.core.Handle;

record CommandKnowsDatabase(Handle database) {}
