package dev.streakline.architecture.planted.nogetters.application.streak;

interface SaysTooMuchToo {
    int getDays();
}
