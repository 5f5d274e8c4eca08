package dev.streakline.architecture.planted.nosetters.application.streak;

interface SaysTooMuchToo {
    void setDays(int days);
}
