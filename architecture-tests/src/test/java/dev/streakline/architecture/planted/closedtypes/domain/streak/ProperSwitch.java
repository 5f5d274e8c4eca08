package dev.streakline.architecture.planted.closedtypes.domain.streak;

final class ProperSwitch {
    static int days(ProperEnum number) {
        return switch (number) {
            case ONE -> 1;
        };
    }
}
