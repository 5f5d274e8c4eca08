package dev.streakline.architecture.planted.closedtypes.domain.streak;

enum ProperEnum {
    ONE {
        @Override
        int days() {
            return 1;
        }
    };

    abstract int days();
}
