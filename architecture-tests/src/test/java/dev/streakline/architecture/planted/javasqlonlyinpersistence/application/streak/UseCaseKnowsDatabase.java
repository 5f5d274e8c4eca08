package dev.streakline.architecture.planted.javasqlonlyinpersistence.application.streak;

import java.sql.ResultSet;

record UseCaseKnowsDatabase(ResultSet database) {}
