package dev.streakline.architecture.planted.noolddates.application.streak;

import java.util.GregorianCalendar;

record HoldsAGregorianCalendar(GregorianCalendar calendar) {}
