package dev.streakline.architecture.planted.noolddates.application.streak;

import java.util.Calendar;

record HoldsACalendar(Calendar calendar) {}
