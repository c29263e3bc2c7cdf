package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Calls made by a route or a template as user 7 of an emulated portal. */
public abstract class ProducerTest extends RouteTest {

    @BeforeEach
    protected void start() {
        context.start();
    }

    /** What the exchange looks like afterwards, with its exception if it failed. */
    protected Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** The body that comes back from an exchange that succeeds. */
    protected Object result(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertNull(exchange.getException());
        return exchange.getMessage().getBody();
    }

    /** Why an exchange failed, before anything was sent. */
    protected String whyNothingIsSent(String uri, Object body, Map<String, Object> headers) {
        Exception exception = send(uri, body, headers).getException();
        assertEquals(List.of(), portal.calls(), portal::describe);
        return String.valueOf(exception.getMessage());
    }

    protected RecordedCall onlyCall() {
        assertEquals(1, portal.calls().size(), portal::describe);
        return portal.calls().get(0);
    }
}
