package dev.streakline.architecture.planted.nogetters.domain.streak;

interface SaysTooMuch {
    int getDays();
}
