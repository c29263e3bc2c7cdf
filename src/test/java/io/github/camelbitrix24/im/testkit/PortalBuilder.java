package io.github.camelbitrix24.im.testkit;

import io.github.camelbitrix24.im.testkit.control.Control;

/** Starts an emulated portal that differs from the usual one. */
public final class PortalBuilder {

    private final PortalState portal = new PortalState();
    private int port;
    private boolean tls;

    PortalBuilder() {
    }

    /** Port 0, the default, is any free one. */
    public PortalBuilder port(int number) {
        port = number;
        return this;
    }

    public PortalBuilder behaving(Behaviour... behaviours) {
        for (Behaviour behaviour : behaviours) {
            portal.behaviours.choose(behaviour);
        }
        return this;
    }

    /** The language of the portal's default site. */
    public PortalBuilder language(String code) {
        portal.language = code;
        return this;
    }

    public PortalBuilder firstEventId(long id) {
        portal.log.restartIdsAt(id);
        return this;
    }

    /** Serves HTTPS, with a certificate that {@link PortalEmulator#trustingClient()} trusts. */
    public PortalBuilder tls() {
        tls = true;
        return this;
    }

    public PortalBuilder limitRate(RateLimit limit) {
        portal.rateLimiter.limit(limit);
        return this;
    }

    public PortalEmulator start() {
        Listener listener = new Listener(port, tls, new PortalFront(portal));
        portal.url(listener.url());
        PortalEmulator emulator = new PortalEmulator(portal, listener);
        emulator.control = new Control(emulator);
        portal.control = emulator.control::answer;
        return emulator;
    }
}
