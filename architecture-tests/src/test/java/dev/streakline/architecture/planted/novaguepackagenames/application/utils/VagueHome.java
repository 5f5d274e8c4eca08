package dev.streakline.architecture.planted.novaguepackagenames.application.utils;

record VagueHome(int days) {}
