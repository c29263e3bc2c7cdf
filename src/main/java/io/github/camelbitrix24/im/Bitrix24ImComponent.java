package io.github.camelbitrix24.im;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.consumer.ReceiverSession;
import io.github.camelbitrix24.im.consumer.Workplace;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

/**
 * Connects routes with the messenger of Bitrix24 portals.
 */
@Component("bitrix24-im")
public class Bitrix24ImComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final int MOST_TALK_OF_OPTIONS = 100;
    /** Camel sets them itself once the endpoint is made, and then overwrites what it had under another spelling. */
    private static final Set<String> SET_BY_CAMEL = Set.of("bridgeErrorHandler", "lazyStartProducer");

    @Metadata
    private Bitrix24ImConfiguration configuration = new Bitrix24ImConfiguration();
    @Metadata(label = "consumer", defaultValue = "5000", javaType = "java.time.Duration",
              description = "The pause between two polls when nothing happens. The first message after silence is heard that"
                            + " much later at most, half as much in the median. 5 seconds take 12 requests a minute and user."
                            + " An endpoint's own option delay takes precedence.")
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

    private final Checks checks = new Checks(Clock.systemUTC());
    private final ReentrantLock making = new ReentrantLock();
    private volatile Portals portals;
    private volatile Workplace workplace;
    private volatile boolean stopped;
    private final LongSupplier nanoTime;

    public Bitrix24ImComponent() {
        this(System::nanoTime);
    }

    public Bitrix24ImComponent(CamelContext context) {
        super(context);
        this.nanoTime = System::nanoTime;
    }

    /** @param nanoTime nanoseconds of a monotonic source */
    Bitrix24ImComponent(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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
        Map<String, Object> titles = PropertiesHelper.extractProperties(parameters, "commands.");
        if (!titles.isEmpty()) {
            own.setCommandTitles(titles);
        }
        ConfigurationCheck.texts(parameters, getCamelContext().getTypeConverter());
        BeanOption.requireAll(getCamelContext(), parameters, endpointConfigurer);
        own.setDialogId(null);
        own.setMethod(null);
        boolean ownLimit = parameters.containsKey("limit");
        bind(endpoint, parameters);
        if (ownLimit) {
            endpoint.limitsHistory();
        }
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
        unknown.forEach(
                (option, value) -> shown.put("".equals(value) ? "(an option without a value)" : option, Redaction.MASK));
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
        workplace();
    }

    /**
     * Camel gives a component to other threads before the one that asked first has started it: whoever comes first
     * opens what its endpoints share.
     */
    Workplace workplace() {
        make();
        if (!stopped) {
            ServiceHelper.startService(portals, workplace);
        }
        return workplace;
    }

    Portals portals() {
        make();
        return portals;
    }

    /** What has been found out of portals. */
    Checks checks() {
        return checks;
    }

    private void make() {
        making.lock();
        try {
            if (portals == null) {
                portals = new Portals(getCamelContext(), nanoTime, pause());
                workplace = new Workplace(getCamelContext(), this::getMaxConcurrentPolls, portals::sweep, nanoTime);
            }
        } finally {
            making.unlock();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (workplace != null) {
            // receivers that are gone may have left something to acknowledge
            ReceiverSession.endAll(workplace);
        }
        stopped = true;
        ServiceHelper.stopService(workplace, portals);
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

    /** How to wait. */
    Pause pause() {
        return Pause.on(() -> workplace().timer());
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
