package dev.streakline.architecture.planted.nopackagecycles.application.streak;

import dev.streakline.architecture.planted.nopackagecycles.domain.viewing.ProperDay;

record ProperUseCase(ProperDay day) {}
