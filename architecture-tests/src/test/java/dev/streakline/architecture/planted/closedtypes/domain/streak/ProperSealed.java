package dev.streakline.architecture.planted.closedtypes.domain.streak;

abstract sealed class ProperSealed {
    static final class ProperBranch extends ProperSealed {}
}
