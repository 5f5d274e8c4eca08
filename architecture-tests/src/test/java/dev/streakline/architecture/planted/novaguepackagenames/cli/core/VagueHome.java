package dev.streakline.architecture.planted.novaguepackagenames.cli.core;

record VagueHome(int days) {}
