package dev.streakline.architecture.planted.novaguepackagenames.cli.misc;

record VagueHome(int days) {}
