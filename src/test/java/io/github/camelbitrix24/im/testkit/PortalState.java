package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelbitrix24.im.testkit.http.Reply;
import io.github.camelbitrix24.im.testkit.http.Request;

/** Everything a portal knows, behind one lock. */
final class PortalState {

    final Monitor monitor = new Monitor();
    final PortalClock clock = new PortalClock(() -> monitor.run(() -> {
    }));
    final Behaviours behaviours = new Behaviours();
    final EventLog log = new EventLog(clock, behaviours);
    final Directory directory = new Directory(this);
    final Messenger messenger = new Messenger(this);
    final Bots bots = new Bots(this);
    final BotEvents botEvents = new BotEvents(this);
    final EmulatedDisk disk = new EmulatedDisk(this);
    final Journal journal = new Journal();
    final FaultPlan faults = new FaultPlan();
    final OAuthServer oauth = new OAuthServer(this);
    final AccessTokens accessTokens = new AccessTokens(this);
    final RateLimiter rateLimiter = new RateLimiter(clock);
    final OperatingTime operatingTime = new OperatingTime(clock, behaviours);
    final Outbox outbox = new Outbox();
    final TemplateIds templateIds = new TemplateIds(clock);
    final PostingJobs postedEvents = new PostingJobs(this);
    final MethodTable methods = new MethodTable(behaviours);
    final Footprints footprints = new Footprints();
    final Renaming renaming = new Renaming();
    /** What stands beside the portal at its address, for whoever looks at it and drives it. */
    volatile Function<Request, Optional<Reply>> control = request -> Optional.empty();
    volatile String language = "en";
    Duration editableFor = Duration.ofDays(36_500);
    private volatile String url = "";

    String url() {
        return url;
    }

    /** What the portal says its address is. */
    String address() {
        return renaming.newAddress().orElse(url);
    }

    void url(String address) {
        url = address;
    }
}
