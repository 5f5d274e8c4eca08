package dev.streakline.architecture.planted.nojavautillogging.application.streak;

record ProperReport(int folded) {}
