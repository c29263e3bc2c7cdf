package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.consumer.Heartbeat;
import io.github.camelbitrix24.im.consumer.PollThreads;
import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.consumer.ReceiverSession;
import io.github.camelbitrix24.im.rest.PortalAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Connects routes with the messenger of Bitrix24 portals.
 */
@Component("bitrix24-im")
public class Bitrix24ImComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final int MOST_TALK_OF_OPTIONS = 100;
    private static final long SWEEP_SECONDS = 5;
    /** Camel sets them itself once the endpoint is made, and then overwrites what it had under another spelling. */
    private static final Set<String> SET_BY_CAMEL = Set.of("bridgeErrorHandler", "lazyStartProducer");

    @Metadata
    private Bitrix24ImConfiguration configuration = new Bitrix24ImConfiguration();
    @Metadata(label = "consumer", defaultValue = "5000", javaType = "java.time.Duration",
              description = "The pause between two polls when nothing happens. An endpoint's own option delay takes"
                            + " precedence.")
    private long delay = Bitrix24ImEndpoint.DEFAULT_POLL_DELAY;
    @Metadata(label = "consumer,advanced", defaultValue = "12",
              description = "How many polls of all consumers are under way at once, each on a thread. Portals take turns. Raise"
                            + " it where hundreds of users are read and portals answer slowly.")
    private int maxConcurrentPolls = 12;
    @Metadata(label = "security", defaultValue = "false",
              description = "Whether the TLS settings of the CamelContext are used for the connections to portals.")
    private boolean useGlobalSslContextParameters;

    private final AtomicInteger talkOfOptions = new AtomicInteger(MOST_TALK_OF_OPTIONS);
    private final OptionConfigurer<?> componentConfigurer = new OptionConfigurer<>(new Bitrix24ImComponentConfigurer());
    private final OptionConfigurer<?> endpointConfigurer = new OptionConfigurer<>(new Bitrix24ImEndpointConfigurer());

    private final ReentrantLock opening = new ReentrantLock();
    private volatile Portals portals;
    private volatile Shared shared;
    private volatile boolean open;
    private volatile boolean stopped;
    private final LongSupplier nanoTime = System::nanoTime;

    public Bitrix24ImComponent() {
    }

    public Bitrix24ImComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        try {
            return configured(uri, remaining, parameters);
        } catch (Exception e) {
            if (!RedactedUri.isShownByCamel(uri)) {
                throw e;
            }
            // an error now would be shown by Camel together with the URI that holds the secret
            parameters.clear();
            return Bitrix24ImEndpoint.refusing(RedactedUri.of(uri), this, e);
        }
    }

    private Endpoint configured(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        OptionNames.normalise(parameters);
        Map<String, Object> setLater = new HashMap<>(parameters);
        setLater.keySet().retainAll(SET_BY_CAMEL);
        parameters.keySet().removeAll(SET_BY_CAMEL);
        refuseMisplacedUrl(parameters);
        parameters.values().removeIf(Bitrix24ImComponent::isUnresolved);
        Bitrix24ImOperation operation = Bitrix24ImOperation.parse(remaining.replaceAll("^/+|/+$", ""));
        Bitrix24ImConfiguration own = configuration.copy();
        CredentialOptions.dropInherited(own, parameters);
        Bitrix24ImEndpoint endpoint = new Bitrix24ImEndpoint(RedactedUri.of(uri), this, operation, own);
        endpoint.setDelay(delay);
        ConfigurationCheck.texts(parameters, getCamelContext().getTypeConverter());
        BeanOption.requireAll(getCamelContext(), parameters, endpointConfigurer);
        own.setDialogId(null);
        own.setMethod(null);
        bind(endpoint, parameters);
        endpoint.inherit(configuration.getDialogId(), configuration.getMethod());
        validateParameters(RedactedUri.of(uri), withoutValues(parameters), null);
        parameters.putAll(setLater);
        if (own.getSslContextParameters() == null && useGlobalSslContextParameters) {
            own.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        endpoint.check();
        return endpoint;
    }

    /**
     * Camel says of what it cannot bind what it is, also where that comes from a property or is the argument of a
     * class.
     */
    private void bind(Bitrix24ImEndpoint endpoint, Map<String, Object> parameters) throws Exception {
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            if (RedactedUri.isPublic(OptionNames.canonical(e.getPropertyName()), String.valueOf(e.getValue()))) {
                throw e;
            }
            throw new IllegalArgumentException(Bitrix24ImEndpoint.unusable(e));
        }
    }

    /** What has no value may be the rest of a secret with an ampersand in it. */
    private static Map<String, Object> withoutValues(Map<String, Object> unknown) {
        Map<String, Object> shown = new TreeMap<>();
        unknown.forEach((option, value) -> shown.put("".equals(value) ? "(an option without a value)" : option, "xxxxxx"));
        return shown;
    }

    private static void refuseMisplacedUrl(Map<String, Object> parameters) {
        Stream.of("portalUrl", "credentials", "userId", "secret", "oauthUrl")
                .filter(option -> parameters.get(option) instanceof String text && PortalAddress.mayHoldSecret(text))
                .forEach(option -> {
                    throw new IllegalArgumentException(PortalAddress.secretUrlIn(option));
                });
    }

    /**
     * Camel leaves an optional placeholder without a value in the URI where it stands in RAW, as secrets of kamelets
     * do.
     */
    private static boolean isUnresolved(Object value) {
        return value instanceof String text && text.startsWith(PropertiesComponent.PREFIX_OPTIONAL_TOKEN);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (maxConcurrentPolls < 1) {
            throw new IllegalArgumentException(
                    "The option maxConcurrentPolls is " + maxConcurrentPolls + ": set it to 1 or more, or nobody is read");
        }
        stopped = false;
        shared();
    }

    /**
     * Camel gives a component to other threads before the one that asked first has started it: whoever comes first
     * opens it.
     */
    private Shared shared() {
        if (!open && !stopped) {
            opening.lock();
            try {
                if (!open && !stopped) {
                    shared = open();
                    open = true;
                }
            } finally {
                opening.unlock();
            }
        }
        return shared;
    }

    private Shared open() {
        PollThreads pollThreads = new PollThreads(getCamelContext(), maxConcurrentPolls);
        ServiceHelper.startService(portals(), pollThreads);
        ScheduledExecutorService timer = getCamelContext().getExecutorServiceManager()
                .newScheduledThreadPool(this, "bitrix24-im-timer", timerProfile());
        timer.scheduleWithFixedDelay(portals::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        Heartbeat heartbeat = new Heartbeat(timer);
        heartbeat.add(pollThreads::startWaiting);
        ServiceHelper.startService(heartbeat);
        return new Shared(pollThreads, timer, heartbeat);
    }

    /** What all endpoints of the component share while it is started. */
    private record Shared(PollThreads pollThreads, ScheduledExecutorService timer, Heartbeat heartbeat) {
    }

    /** Camel would refuse what is scheduled beyond a thousand tasks: every consumer has one. */
    private static ThreadPoolProfile timerProfile() {
        ThreadPoolProfile profile = new ThreadPoolProfile("bitrix24-im-timer");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(-1);
        return profile;
    }

    @Override
    protected void doStop() throws Exception {
        // receivers that are gone may have left something to acknowledge
        List<Runnable> ends = ReaderRegistry.of(getCamelContext()).receivers().stream().filter(events -> events.isOf(this))
                .map(ReceiverSession::end).toList();
        ends.forEach(Runnable::run);
        stopped = true;
        if (open) {
            open = false;
            ServiceHelper.stopService(shared.heartbeat());
            getCamelContext().getExecutorServiceManager().shutdownNow(shared.timer());
            ServiceHelper.stopService(shared.pollThreads(), portals);
        }
        super.doStop();
    }

    /** Whether one more line about the options of steps is not too many. */
    boolean mayTalkOfOptions() {
        return talkOfOptions.getAndUpdate(lines -> Math.max(0, lines - 1)) > 0;
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return componentConfigurer;
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return endpointConfigurer;
    }

    Portals portals() {
        opening.lock();
        try {
            if (portals == null) {
                portals = new Portals(getCamelContext());
            }
            return portals;
        } finally {
            opening.unlock();
        }
    }

    public PollThreads pollThreads() {
        return shared().pollThreads();
    }

    /**
     * Wakes what waits for a time to come; nothing that takes time runs on it. {@code null} once the component is
     * stopped.
     */
    public ScheduledExecutorService timer() {
        Shared current = shared();
        return open ? current.timer() : null;
    }

    public Heartbeat heartbeat() {
        return shared().heartbeat();
    }

    /** Nanoseconds of a monotonic source. */
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    public Bitrix24ImConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options that all endpoints of this component begin with.
     */
    public void setConfiguration(Bitrix24ImConfiguration configuration) {
        this.configuration = configuration;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }

    public int getMaxConcurrentPolls() {
        return maxConcurrentPolls;
    }

    public void setMaxConcurrentPolls(int maxConcurrentPolls) {
        this.maxConcurrentPolls = maxConcurrentPolls;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
