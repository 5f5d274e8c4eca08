package dev.streakline.architecture.planted.jdbionlyinpersistence.persistence.history;

import org.jdbi.v3.core.Handle;

record ProperStore(Handle database) {}
