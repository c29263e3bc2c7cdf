package io.github.camelbitrix24.im.rest;

import java.io.IOException;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.ContextTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A component that takes a {@link RawServer} for its portal. */
public abstract class RawServerTest extends ContextTest {

    protected final RawServer server;

    protected RawServerTest(RawServer.Answering answering) {
        server = new RawServer(answering);
    }

    @BeforeEach
    protected void connect() {
        Bitrix24ImConfiguration configuration = configuration();
        configuration.setPortalUrl(server.url());
        configuration.setRequestsPerSecond(0);
        configuration.setUserId("7");
        configuration.setSecret("s3cret");
    }

    @AfterEach
    protected void disconnect() throws IOException {
        context.stop();
        server.close();
    }
}
