package io.github.camelbitrix24.im;

import ch.qos.logback.classic.Level;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * A context whose component knows nothing yet, watched for the secret while it starts or refuses to. No portal is
 * called: nothing listens at the addresses.
 */
abstract class StartTest {

    static final String SECRET = "k3x9s3cr3tw4n7";
    static final String PORTAL = "portalUrl=https://acme.example";
    static final String WEBHOOK = PORTAL + "&userId=7&secret=" + SECRET;
    /** A consumer with it never polls. */
    static final String IDLE = "&startScheduler=false";

    final CamelContext context = new DefaultCamelContext();
    private LogWatch log;

    @BeforeEach
    void watch() {
        log = LogWatch.everything();
    }

    @AfterEach
    void nothingSecretWasLogged() {
        context.stop();
        log.close();
        assertEquals("", String.join("\n", log.linesWith(SECRET)));
    }

    LogWatch log() {
        return log;
    }

    /** At DEBUG Camel shows a URI before the component gets it, and masks by the names of options only. */
    void leaveOutWhatCamelSaysBeforeWeAreAsked() {
        log.at("org.apache.camel.support.DefaultComponent", Level.INFO);
        log.at("org.apache.camel.impl.engine.AbstractCamelContext", Level.INFO);
    }

    /** Credentials that the options can be tried on. */
    void bindCredentials() {
        context.getRegistry().bind("reader", new WebhookCredentials("https://acme.example/rest/7/" + SECRET + "/"));
    }

    void startFrom(String uri) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("log:events");
            }
        });
    }

    void startTo(String uri) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
    }

    void start(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }

    /** Why a route from this URI cannot start: the messages of all causes. */
    String whyNotFrom(String uri) {
        return why(() -> startFrom(uri));
    }

    String whyNotTo(String uri) {
        return why(() -> startTo(uri));
    }

    static String why(Executable start) {
        String why = Complaint.of(assertThrows(Exception.class, start));
        assertFalse(why.contains(SECRET), why);
        return why;
    }
}
