package dev.streakline.architecture.planted.novaguepackagenames.cli.helper;

record VagueHome(int days) {}
