package dev.streakline.architecture.planted.nosetters.domain.streak;

interface ProperNames {
    int days();

    boolean set(int day);

    int settling();
}
