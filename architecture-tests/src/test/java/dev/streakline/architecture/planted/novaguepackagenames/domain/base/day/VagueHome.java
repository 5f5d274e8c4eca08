package dev.streakline.architecture.planted.novaguepackagenames.domain.base.day;

record VagueHome(int days) {}
