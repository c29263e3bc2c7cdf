package io.github.camelbitrix24.im;

import java.util.EventObject;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/** What Camel's event notifiers are told about the reading of one user's messenger events. */
abstract class UserEvent extends EventObject implements CamelEvent.CamelContextEvent {

    private static final long serialVersionUID = 2L;

    private final transient CamelContext context;
    private final String routeId;
    private final String portal;
    private final String user;
    private long timestamp;

    UserEvent(CamelContext context, ReaderName reader) {
        super(context);
        this.context = context;
        this.routeId = reader.routeId();
        this.portal = reader.portal();
        this.user = reader.user();
    }

    ReaderName reader() {
        return new ReaderName(routeId, user, portal);
    }

    /**
     * The route that gets the events, or {@code null} where they are received on demand.
     */
    public String getRouteId() {
        return routeId;
    }

    /**
     * The host of the portal.
     */
    public String getPortal() {
        return portal;
    }

    /**
     * The user whose events are read, as the credentials name it.
     */
    public String getUser() {
        return user;
    }

    @Override
    public CamelContext getContext() {
        return context;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }
}
