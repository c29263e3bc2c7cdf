package io.github.camelbitrix24.im.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Binds a parameter to an integer argument of a controller action, as the server's binder and PHP itself do. */
record IntArgument(String name, int position, long absent) {

    private static final Pattern NUMERIC = Pattern
            .compile("[ \\t\\n\\r\\x0B\\f]*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?[ \\t\\n\\r\\x0B\\f]*");
    private static final double TWO_TO_63 = 0x1p63;

    long bind(Map<String, Object> params) {
        if (!params.containsKey(name)) {
            return absent;
        }
        Object value = params.get(name);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger) {
            throw outOfRange("float");
        }
        if (value instanceof Double number) {
            return truncated(number, exact(number, number.toString()), "float");
        }
        if (value instanceof String text && NUMERIC.matcher(text).matches()) {
            String number = text.strip();
            double rough = Double.parseDouble(number);
            return truncated(rough, exact(rough, number), "string");
        }
        throw RestFailure.of("100", "Invalid value {" + shown(value) + "} to match with parameter {" + name
                                    + "}. Should be value of type int.",
                400);
    }

    private static BigDecimal exact(double rough, String number) {
        return Math.abs(rough) > TWO_TO_63 ? BigDecimal.ZERO : new BigDecimal(number);
    }

    private long truncated(double rough, BigDecimal exact, String type) {
        if (Math.abs(rough) > TWO_TO_63) {
            throw outOfRange(type);
        }
        BigInteger whole = exact.toBigInteger();
        if (whole.bitLength() > 63) {
            throw outOfRange(type);
        }
        return whole.longValue();
    }

    private RestFailure outOfRange(String type) {
        return RestFailure.of("0", "Bitrix\\Im\\V2\\Controller\\Event::getAction(): Argument #" + position + " ($" + name
                                   + ") must be of type int, " + type + " given",
                400);
    }

    private static String shown(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return "";
        }
        return Boolean.TRUE.equals(value) ? "1" : value instanceof Map || value instanceof Collection ? "Array"
                : value.toString();
    }
}
