package io.github.camelbitrix24.im;

import java.util.EventObject;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/** What Camel's event notifiers are told about the reading of one user's messenger events. */
abstract class UserEvent extends EventObject implements CamelEvent.CamelContextEvent {

    private static final long serialVersionUID = 1L;

    private final transient CamelContext context;
    private final String portal;
    private final String user;
    private long timestamp;

    UserEvent(CamelContext context, String portal, String user) {
        super(context);
        this.context = context;
        this.portal = portal;
        this.user = user;
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
