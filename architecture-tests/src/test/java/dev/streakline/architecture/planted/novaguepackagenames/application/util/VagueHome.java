package dev.streakline.architecture.planted.novaguepackagenames.application.util;

record VagueHome(int days) {}
