package dev.streakline.architecture.planted.jdbconlyindatabase.application.streak;

import java.sql.Connection;

record UseCaseAsksADatabase(Connection connection) {}
