package dev.streakline.architecture.planted.nobooleanparameters.cli;

public final class ProperCommand {
    public boolean json(boolean flag) {
        return flag;
    }
}
