package dev.streakline.architecture.planted.novaguepackagenames.domain.streak;

record ProperHome(int days) {}
