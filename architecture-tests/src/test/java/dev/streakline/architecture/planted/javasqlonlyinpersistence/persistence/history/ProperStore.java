package dev.streakline.architecture.planted.javasqlonlyinpersistence.persistence.history;

import java.sql.ResultSet;

record ProperStore(ResultSet database) {}
