package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import io.github.camelbitrix24.im.testkit.http.HttpFront;

/** Starts an emulated portal that differs from the usual one. */
public final class PortalBuilder {

    private static final int BACKLOG = 256;

    private final PortalState portal = new PortalState();
    private int port;

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

    public PortalEmulator start() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
            portal.url("http://127.0.0.1:" + socket.getLocalPort());
            return new PortalEmulator(portal, HttpFront.open(socket, new PortalFront(portal)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
