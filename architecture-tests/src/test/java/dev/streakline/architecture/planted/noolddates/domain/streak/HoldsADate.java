package dev.streakline.architecture.planted.noolddates.domain.streak;

import java.util.Date;

@SuppressWarnings("JavaUtilDate") // the breach itself
record HoldsADate(Date date) {}
