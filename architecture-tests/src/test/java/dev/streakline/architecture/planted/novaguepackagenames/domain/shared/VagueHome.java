package dev.streakline.architecture.planted.novaguepackagenames.domain.shared;

record VagueHome(int days) {}
