package dev.streakline.architecture.planted.nofloatingpointfields.application.streak;

record ProperAnswer(double share) {}
