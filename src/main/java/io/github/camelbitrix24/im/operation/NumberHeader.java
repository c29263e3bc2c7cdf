package io.github.camelbitrix24.im.operation;

import java.math.BigDecimal;
import java.util.Date;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * A header that holds a whole number, in whichever type the route has put it there.
 */
record NumberHeader(String name, long least, int example) {

    private static final NumberHeader LIMIT = new NumberHeader(Bitrix24ImConstants.LIMIT, 0, 20);

    static final NumberHeader OFFSET = new NumberHeader(Bitrix24ImConstants.OFFSET, 0);

    /** @param least of ids */
    NumberHeader(String name, long least) {
        this(name, least, 8802);
    }

    /**
     * @return                          {@code null} if there is none
     * @throws RuntimeExchangeException if it is no such number
     */
    Long of(Exchange exchange) {
        Object value = exchange.getMessage().getHeader(name);
        if (value == null) {
            return null;
        }
        Long number = wholeNumber(exchange, value);
        if (number == null || number < least) {
            throw new RuntimeExchangeException(
                    "Header " + name + " must be a whole number of at least " + least + ", for example " + example, exchange);
        }
        return number;
    }

    /** Camel cuts off what does not fit, and takes dates for numbers. */
    static Long wholeNumber(Exchange exchange, Object value) {
        if (value instanceof Date) {
            return null;
        }
        try {
            return value instanceof Number
                    ? Long.valueOf(new BigDecimal(value.toString()).longValueExact())
                    : exchange.getContext().getTypeConverter().tryConvertTo(Long.class, exchange, value);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** How much to ask for. */
    static Long limit(Exchange exchange, int most) {
        Long limit = LIMIT.of(exchange);
        if (limit != null && (limit < 1 || limit > most)) {
            throw new RuntimeExchangeException(
                    "Header " + Bitrix24ImConstants.LIMIT + " must be a number from 1 to " + most + ", but is " + limit,
                    exchange);
        }
        return limit;
    }
}
