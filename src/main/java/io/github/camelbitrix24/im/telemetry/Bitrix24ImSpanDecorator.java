package io.github.camelbitrix24.im.telemetry;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractMessagingSpanDecorator;

/**
 * Names spans after the operation, and tells event, dialog, method and the portal's error code. Found by
 * camel-telemetry through the service loader.
 */
public class Bitrix24ImSpanDecorator extends AbstractMessagingSpanDecorator {

    static final String EVENT_TYPE = "bitrix24.event.type";
    static final String DIALOG_ID = "bitrix24.dialog.id";
    static final String METHOD = "bitrix24.method";
    static final String ERROR_CODE = "bitrix24.error.code";

    @Override
    public String getComponent() {
        return "bitrix24-im";
    }

    @Override
    public String getComponentClassName() {
        return "io.github.camelbitrix24.im.Bitrix24ImComponent";
    }

    @Override
    protected String getMessageId(Exchange exchange) {
        return exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, String.class);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        tag(span, EVENT_TYPE, exchange, Bitrix24ImConstants.EVENT_TYPE);
        tag(span, DIALOG_ID, exchange, Bitrix24ImConstants.DIALOG_ID);
        tag(span, METHOD, exchange, Bitrix24ImConstants.METHOD);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        tag(span, ERROR_CODE, exchange, Bitrix24ImConstants.ERROR_CODE);
    }

    private static void tag(Span span, String tag, Exchange exchange, String header) {
        String value = exchange.getMessage().getHeader(header, String.class);
        if (value != null) {
            span.setTag(tag, value);
        }
    }
}
