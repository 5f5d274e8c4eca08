package dev.streakline.architecture.planted.noolddates.domain.streak;

import java.time.LocalDate;

record ProperDay(LocalDate date) {}
