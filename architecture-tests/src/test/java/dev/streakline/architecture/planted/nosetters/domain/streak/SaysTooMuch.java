package dev.streakline.architecture.planted.nosetters.domain.streak;

interface SaysTooMuch {
    void setDays(int days);
}
