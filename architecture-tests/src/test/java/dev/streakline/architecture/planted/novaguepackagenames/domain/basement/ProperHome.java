package dev.streakline.architecture.planted.novaguepackagenames.domain.basement;

record ProperHome(int days) {}
