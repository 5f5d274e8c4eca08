package dev.streakline.architecture.planted.stringsbycodepoints.application.streak;

import java.util.Comparator;

final class OrdersNamesToo {
    int breachOrder(String a, String b) {
        return a.compareTo(b);
    }

    Comparator<String> breachOrderLater() {
        return String::compareTo;
    }

    int breachOrderWithoutCase(String a, String b) {
        return a.compareToIgnoreCase(b);
    }

    Comparator<String> breachConstant() {
        return String.CASE_INSENSITIVE_ORDER;
    }

    int properOrder(Integer a, Integer b) {
        return a.compareTo(b);
    }
}
