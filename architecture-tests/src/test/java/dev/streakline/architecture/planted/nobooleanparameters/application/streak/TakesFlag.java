package dev.streakline.architecture.planted.nobooleanparameters.application.streak;

public interface TakesFlag {
    int breachFlag(boolean doubled);

    boolean properAnswer(int days);
}
