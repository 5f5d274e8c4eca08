package dev.streakline.architecture.planted.novaguepackagenames.domain.common;

record VagueHome(int days) {}
