package dev.streakline.architecture.planted.jdbconlyindatabase.cli;

import java.sql.Connection;

record CommandAsksADatabase(Connection connection) {}
