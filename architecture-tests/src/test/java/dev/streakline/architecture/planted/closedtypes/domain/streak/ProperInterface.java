package dev.streakline.architecture.planted.closedtypes.domain.streak;

interface ProperInterface {
    int days();

    static ProperInterface none() {
        return new ProperInterface() {
            @Override
            public int days() {
                return 0;
            }
        };
    }
}
