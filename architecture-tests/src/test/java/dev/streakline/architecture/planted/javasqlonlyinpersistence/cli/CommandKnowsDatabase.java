package dev.streakline.architecture.planted.javasqlonlyinpersistence.cli;

import java.sql.ResultSet;

record CommandKnowsDatabase(ResultSet database) {}
