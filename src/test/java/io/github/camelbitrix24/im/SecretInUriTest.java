package io.github.camelbitrix24.im;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A secret that somebody wrote into a URI is shown by nothing that shows URIs. */
class SecretInUriTest extends StartTest {

    @ParameterizedTest
    @ValueSource(strings = { SECRET, "RAW(" + SECRET + ")" })
    void itIsMaskedWhereverCamelShowsTheRoute(String secret) throws Exception {
        String options = PORTAL + "&userId=7&secret=" + secret;
        routes(r -> r.from("bitrix24-im:events?" + options + IDLE).to("bitrix24-im:send?dialogId=chat5&" + options));

        List<String> shown = new ArrayList<>();
        context.getEndpoints().forEach(endpoint -> {
            shown.add(endpoint.toString());
            shown.add(endpoint.getEndpointUri());
            shown.add(String.valueOf(((Bitrix24ImEndpoint) endpoint).getServiceUrl()));
        });
        context.getRoutes().forEach(route -> {
            shown.add(route.toString());
            shown.add(route.getConsumer().toString());
            shown.add(route.getDescription());
        });
        shown.add(context.getEndpointRegistry().toString());
        shown.addAll(threadNames());
        shown.addAll(managementViews());

        assertTrue(shown.stream().anyMatch(text -> text != null && text.contains("secret=xxxxxx")), shown.toString());
        shown.forEach(text -> assertFalse(text != null && text.contains(SECRET), text));
    }

    @ParameterizedTest
    @ValueSource(strings = { SECRET, "RAW(" + SECRET + ")" })
    void itIsMaskedInWhatARefusalSays(String secret) {
        String why = whyNotTo("bitrix24-im:send?limit=0&" + PORTAL + "&userId=7&secret=" + secret);

        assertTrue(why.contains("secret=xxxxxx"), why);
    }

    @Test
    void endpointsOfDifferentSecretsAreDifferent() {
        Endpoint one = context.getEndpoint("bitrix24-im:send?" + PORTAL + "&userId=7&secret=" + SECRET);
        Endpoint other = context.getEndpoint("bitrix24-im:send?" + PORTAL + "&userId=7&secret=another" + SECRET);
        assertEquals(one.getEndpointUri(), other.getEndpointUri());
        assertNotEquals(one, other);
    }

    private static List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** Names and attributes of all of Camel's management beans. */
    private static List<String> managementViews() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> shown = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            shown.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    shown.add(attribute.getName() + "=" + server.getAttribute(name, attribute.getName()));
                } catch (JMException | RuntimeException e) {
                    shown.add(e.toString());
                }
            }
        }
        return shown;
    }
}
