package dev.streakline.application.fact;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Whole numbers among the numbers of JSON, where {@code 60}, {@code 60.0} and {@code 6e1} are one number (details 57).
 * Nothing here expands a power of ten before its exponent is known to be small, so {@code 1e999999999} costs nothing.
 */
final class WholeNumbers {

    /** A decimal of more than some 1200 digits counts as a fraction, even if those after its point are all zero. */
    private static final int MOST_BITS_TO_DIVIDE = 4096;

    /** From 10^19 on no number fits a {@code long}. */
    private static final int MOST_TRAILING_ZEROS = 18;

    private WholeNumbers() {}

    /** Whether {@code number} is of a class that JSON parsers make numbers of. */
    static boolean isOfJson(Number number) {
        return isLong(number)
                || number instanceof Double
                || number instanceof Float
                || number instanceof BigInteger
                || number instanceof BigDecimal;
    }

    /** Whether {@code number} has no fraction; {@code NaN} and the infinities are not whole. */
    static boolean isWhole(Number number) {
        if (number instanceof BigDecimal decimal) {
            return isWhole(decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) && value == Math.rint(value);
        }
        return isOfJson(number);
    }

    /** The value of a whole number; what does not fit a {@code long} gives the nearest {@code long}. */
    static long clampToLong(Number whole) {
        if (whole instanceof BigInteger big) {
            return clampToLong(big);
        }
        if (whole instanceof BigDecimal decimal) {
            return clampToLong(decimal);
        }
        return whole instanceof Double || whole instanceof Float ? (long) whole.doubleValue() : whole.longValue();
    }

    private static boolean isLong(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte;
    }

    private static boolean isWhole(BigDecimal decimal) {
        int places = decimal.scale();
        if (places <= 0 || decimal.signum() == 0) {
            return true;
        }
        BigInteger digits = decimal.unscaledValue();
        // A multiple of 10^n is one of 2^n: this settles every honest fraction without a division.
        return digits.getLowestSetBit() >= places
                && digits.bitLength() <= MOST_BITS_TO_DIVIDE
                && digits.mod(BigInteger.TEN.pow(places)).signum() == 0;
    }

    private static long clampToLong(BigDecimal whole) {
        int places = whole.scale();
        BigInteger digits = whole.unscaledValue();
        if (digits.signum() == 0) {
            return 0;
        }
        if (places < -MOST_TRAILING_ZEROS) {
            return digits.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return clampToLong(
                places < 0 ? digits.multiply(BigInteger.TEN.pow(-places)) : digits.divide(BigInteger.TEN.pow(places)));
    }

    private static long clampToLong(BigInteger whole) {
        if (whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        return whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
