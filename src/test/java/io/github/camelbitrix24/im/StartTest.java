package io.github.camelbitrix24.im;

import ch.qos.logback.classic.Level;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
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
public abstract class StartTest extends ContextTest {

    protected static final String SECRET = "k3x9s3cr3tw4n7";
    protected static final String PORTAL = "portalUrl=https://acme.example";
    protected static final String WEBHOOK = PORTAL + "&userId=7&secret=" + SECRET;
    /** A consumer with it never polls. */
    protected static final String IDLE = "&startScheduler=false";

    private LogWatch log;

    @BeforeEach
    protected void watch() {
        log = LogWatch.everything();
    }

    @AfterEach
    protected void nothingSecretWasLogged() {
        context.stop();
        log.close();
        assertEquals("", String.join("\n", log.linesWith(SECRET)));
    }

    protected LogWatch log() {
        return log;
    }

    /** At DEBUG Camel shows a URI before the component gets it, and masks by the names of options only. */
    protected void leaveOutWhatCamelSaysBeforeWeAreAsked() {
        log.at("org.apache.camel.support.DefaultComponent", Level.INFO);
        log.at("org.apache.camel.impl.engine.AbstractCamelContext", Level.INFO);
    }

    /** Credentials that the options can be tried on. */
    protected void bindCredentials() {
        context.getRegistry().bind("reader", new WebhookCredentials("https://acme.example/rest/7/" + SECRET + "/"));
    }

    protected void startFrom(String uri) throws Exception {
        routes(r -> r.from(uri).to("log:events"));
    }

    protected void startTo(String uri) throws Exception {
        routes(r -> r.from("direct:in").to(uri));
    }

    /** Why a route from this URI cannot start: the messages of all causes. */
    protected String whyNotFrom(String uri) {
        return why(() -> startFrom(uri));
    }

    protected String whyNotTo(String uri) {
        return why(() -> startTo(uri));
    }

    protected static String why(Executable start) {
        String why = Complaint.of(assertThrows(Exception.class, start));
        assertFalse(why.contains(SECRET), why);
        return why;
    }
}
