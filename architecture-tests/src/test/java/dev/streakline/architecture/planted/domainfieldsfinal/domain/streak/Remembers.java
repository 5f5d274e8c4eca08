package dev.streakline.architecture.planted.domainfieldsfinal.domain.streak;

public final class Remembers {
    private int breachCount;
    private final int properCount;

    Remembers(int count) {
        this.properCount = count;
    }

    int add() {
        breachCount++;
        return breachCount + properCount;
    }

    /** A public class in a public class. */
    public static final class Nested {
        private int breachNested;

        int add() {
            return ++breachNested;
        }
    }

    private static final class ProperNested {
        private int properNested;

        int add() {
            return ++properNested;
        }
    }

    static int addTwice() {
        return new ProperNested().add() + new Nested().add();
    }
}
