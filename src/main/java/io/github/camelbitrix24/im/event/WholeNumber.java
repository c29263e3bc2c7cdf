package io.github.camelbitrix24.im.event;

import java.math.BigDecimal;

/**
 * Reads an id, as whatever it comes: the portal writes ids as numbers and as strings, and PHP may make {@code 5.0} of
 * 5.
 */
final class WholeNumber {

    private static final int LONGEST = 40;

    private WholeNumber() {
    }

    /**
     * @return {@code null} if it is no whole number of 64 bits
     */
    static Long of(String text) {
        String number = text.trim();
        if (number.isEmpty() || number.length() > LONGEST) {
            return null;
        }
        try {
            return Long.valueOf(number);
        } catch (NumberFormatException e) {
            return ofDecimal(number);
        }
    }

    private static Long ofDecimal(String number) {
        try {
            return new BigDecimal(number).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
