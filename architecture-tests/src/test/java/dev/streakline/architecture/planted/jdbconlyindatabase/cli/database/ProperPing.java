package dev.streakline.architecture.planted.jdbconlyindatabase.cli.database;

import java.sql.Connection;

record ProperPing(Connection connection) {}
