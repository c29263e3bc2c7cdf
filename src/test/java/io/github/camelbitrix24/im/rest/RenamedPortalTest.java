package io.github.camelbitrix24.im.rest;

import javax.net.ssl.SSLContext;

import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A portal that answers with a redirect to its new address.
 */
class RenamedPortalTest extends RouteTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5&sslContextParameters=#trusting";

    private final PortalEmulator renamed = PortalEmulator.builder().tls().start();

    @BeforeEach
    void start() {
        context.getRegistry().bind("trusting", new SSLContextParameters() {
            @Override
            public SSLContext createSSLContext(CamelContext camelContext) {
                return PortalEmulator.trustingClient();
            }
        });
        renamed.user(7).secret(reader.secret());
        renamed.chat("chat5").members(7, 12);
        context.start();
    }

    @AfterEach
    void close() {
        renamed.close();
    }

    @Test
    void itIsFollowedWithTheSamePostAndThenKept() {
        portal.fail("im.message.add", Fault.redirect(302, newAddress()), 100);
        template.sendBody(SEND + "&allowedRedirectHosts=localhost", "Привет");
        template.sendBody(SEND + "&allowedRedirectHosts=localhost", "again");

        assertEquals("Привет", renamed.sent().get(0).text());
        assertEquals(2, renamed.sent().size());
        assertEquals(1, portal.calls("im.message.add").size(), "the new address is kept");
        renamed.calls().stream().map(RecordedCall::httpMethod).forEach(method -> assertEquals("POST", method));
    }

    @Test
    void aHostThatIsNotAllowedIsNeverContacted() {
        portal.fail("im.message.add", Fault.redirect(302, newAddress()), 100);

        CamelExecutionException thrown = assertThrows(CamelExecutionException.class, () -> template.sendBody(SEND, "hello"));
        assertInstanceOf(Bitrix24ImUnavailableException.class, thrown.getCause());
        assertTrue(!thrown.getCause().getMessage().contains(reader.secret()), thrown.getCause().getMessage());
        assertEquals(0, renamed.calls().size());
    }

    @Test
    void whereAnotherUserAnswersItIsNotFollowed() {
        renamed.user(7).webhookActsAs(99);
        portal.fail("im.message.add", Fault.redirect(307, newAddress()), 100);

        assertThrows(CamelExecutionException.class,
                () -> template.sendBody(SEND + "&allowedRedirectHosts=localhost", "hello"));
        assertEquals(0, renamed.sent().size());
    }

    @Test
    void aRedirectToTheSameHostIsAPortalOutOfService() {
        portal.fail("im.message.add", Fault.redirect(302, portal.url() + "/bitrix/coupon_activation.php"), 100);

        CamelExecutionException thrown = assertThrows(CamelExecutionException.class,
                () -> template.sendBody(SEND + "&allowedRedirectHosts=localhost", "hello"));
        assertInstanceOf(Bitrix24ImUnavailableException.class, thrown.getCause());
        assertEquals(0, portal.sent().size());
        portal.calls().forEach(call -> assertEquals("im.message.add", call.method()));
    }

    /** The same path at another host. */
    private String newAddress() {
        return "https://localhost:" + renamed.port();
    }
}
