package io.github.camelbitrix24.im.auth;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OAuthSecretsTest extends OAuthRouteTest {

    private final Set<String> secrets = new TreeSet<>();

    @Test
    void noTokenIsInALogLineOrAnMBean() throws Exception {
        configuration().setTokenFile(tokenFile().toString());
        remember();
        List<String> seen = new ArrayList<>();
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            RouteBuilder.addRoutes(context,
                    r -> r.from("bitrix24-im:events?initialDelay=0&delay=100&busyDelay=100&settleTime=0").to("log:heard"));
            application.expireAccessTokens();
            portal.fail("oauth/token", Fault.html(502)).fail("oauth/token", Fault.garbage());
            context.start();
            portal.await(p -> p.subscribed(7), SOON);
            template.requestBody(WHO, (Object) null);
            secrets.add(new FileTokenStore(tokenFile()).load().accessToken());
            secrets.add(new FileTokenStore(tokenFile()).load().refreshToken());
            seen.addAll(mbeans());
            seen.addAll(log.lines());
        }
        assertTrue(seen.stream().anyMatch(line -> line.contains("were refreshed")), "the log was watched");
        assertEquals(List.of(), seen.stream().filter(line -> secrets.stream().anyMatch(line::contains)).toList());
    }

    @Test
    void theOptionsOfAUriAreMasked() {
        String uri = WHO + "&portalUrl=" + portal.url() + "&clientId=" + application.clientId() + "&clientSecret="
                     + application.clientSecret() + "&accessToken=" + tokens.accessToken() + "&refreshToken="
                     + tokens.refreshToken();
        remember();
        secrets.add(application.clientId());
        String shown = context.getEndpoint(uri).toString();
        assertEquals(List.of(), secrets.stream().filter(shown::contains).toList());
    }

    @Test
    void whatServersSayIsRedacted() {
        remember();
        String echo = String.join(" ", secrets);
        portal.fail("profile", Fault.error("NO_AUTH_FOUND", echo, 401));
        assertHidden(assertThrows(CamelExecutionException.class, () -> who(context)));
        application.expireAccessTokens();
        portal.fail("profile", Fault.error("expired_token"));
        portal.fail("oauth/token", Fault.error("invalid_grant", echo, 400));
        assertHidden(assertThrows(CamelExecutionException.class, () -> who(context)));
    }

    private void remember() {
        secrets.addAll(List.of(tokens.accessToken(), tokens.refreshToken(), application.clientSecret()));
    }

    private void assertHidden(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertEquals(List.of(), secrets.stream().filter(text.toString()::contains).toList(), text::toString);
    }

    private static List<String> mbeans() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> all = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            all.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                all.add(attribute.getName() + "=" + value(server, name, attribute.getName()));
            }
        }
        assertFalse(all.isEmpty());
        return all;
    }

    private static String value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return String.valueOf(server.getAttribute(name, attribute));
        } catch (JMException | RuntimeException e) {
            return e.toString();
        }
    }
}
