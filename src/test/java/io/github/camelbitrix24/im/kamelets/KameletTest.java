package io.github.camelbitrix24.im.kamelets;

import io.github.camelbitrix24.im.MainTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.builder.LambdaRouteBuilder;

/** The kamelets of this jar. */
abstract class KameletTest extends MainTest {

    void configureComponent() {
        camel.bind("reader", new WebhookCredentials(reader.webhook()));
        option("credentials", "#bean:reader");
    }

    void start(LambdaRouteBuilder routes) {
        camel.configure().addLambdaRouteBuilder(routes);
        camel.start();
    }

    Object request(String uri, Object body, String header, String value) {
        return camel.getCamelContext().createFluentProducerTemplate().to(uri).withBody(body).withHeader(header, value)
                .request();
    }

    /** The properties that name the emulated portal and its user 7. */
    String credentials() {
        return credentials(portal, reader);
    }

    static String credentials(PortalEmulator portal, EmulatedUser user) {
        return "portalUrl=" + portal.url() + "&userId=" + user.id() + "&secret=" + user.secret();
    }
}
