package dev.streakline.architecture.planted.nogetters.domain.streak;

interface ProperNames {
    int days();

    boolean get(int day);

    int gettling();
}
