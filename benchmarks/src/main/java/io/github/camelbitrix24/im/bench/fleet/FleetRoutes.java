package io.github.camelbitrix24.im.bench.fleet;

import java.time.OffsetDateTime;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A route for each user; what all of them hear goes into one list of delays. */
final class FleetRoutes extends RouteBuilder {

    private final int port;
    private final int users;
    private final int portals;
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();

    FleetRoutes(int port, int users, int portals) {
        this.port = port;
        this.users = users;
        this.portals = portals;
    }

    @Override
    public void configure() {
        for (int user = 0; user < users; user++) {
            int portal = user % portals;
            fromF("bitrix24-im:events?portalUrl=http://127.%d.%d.%d:%d&userId=%d&secret=benchmark", 1 + portal / 62_500,
                    portal / 250 % 250, 1 + portal % 250, port, 1 + user).routeId("user-" + user).process(this::hear);
        }
    }

    private void hear(Exchange exchange) {
        delays.add(System.currentTimeMillis()
                   - exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_DATE, OffsetDateTime.class)
                           .toInstant().toEpochMilli());
    }

    int heard() {
        return delays.size();
    }

    /** How many seconds after its date an event was in the route; dates are cut to seconds. */
    double delay(double quantile) {
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))] / 1000.0;
    }
}
