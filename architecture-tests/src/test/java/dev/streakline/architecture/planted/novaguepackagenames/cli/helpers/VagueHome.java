package dev.streakline.architecture.planted.novaguepackagenames.cli.helpers;

record VagueHome(int days) {}
