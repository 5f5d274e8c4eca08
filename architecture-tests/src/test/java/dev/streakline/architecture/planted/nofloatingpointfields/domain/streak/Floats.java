package dev.streakline.architecture.planted.nofloatingpointfields.domain.streak;

record Floats(double breachDouble, float breachFloat, Double breachBoxed, Float breachBoxedToo, long properLong) {
    private static final double[] breachArray = {0.5};

    static double half() {
        return breachArray[0];
    }
}
