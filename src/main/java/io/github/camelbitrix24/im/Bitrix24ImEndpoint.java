package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.auth.BotAuthorization;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.operation.Background;
import io.github.camelbitrix24.im.operation.Means;
import io.github.camelbitrix24.im.operation.OperationTable;
import io.github.camelbitrix24.im.operation.Settings;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.registration.BotRequest;
import io.github.camelbitrix24.im.rest.CallAuthorization;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.PortalTransport;
import io.github.camelbitrix24.im.rest.RedirectPolicy;
import io.github.camelbitrix24.im.rest.RelocatingTransport;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Message;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Receive the messenger events of a Bitrix24 user, answer them, post and edit messages, send files, and call any method
 * of the portal's REST API.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "bitrix24-im", title = "Bitrix24 IM", syntax = "bitrix24-im:operation",
             category = { Category.CHAT, Category.CLOUD }, headersClass = Bitrix24ImConstants.class)
public class Bitrix24ImEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

    static final long DEFAULT_POLL_DELAY = 5_000;
    private static final int DEFAULT_HISTORY_SIZE = 20;

    @UriPath(description = "What the endpoint does: events receives events (as a consumer, or a page at a time as a producer),"
                           + " subscribe and unsubscribe begin and end their recording, send posts a message, upload a file, stream a message that is still"
                           + " being written, edit and delete"
                           + " change one that was sent, react, typing and read show that a message was seen, history reads"
                           + " a dialog, call makes any REST call, check says what keeps"
                           + " events from arriving.")
    private final Bitrix24ImOperation operation;
    @UriParam
    private final Bitrix24ImConfiguration configuration;
    @UriParam(label = "consumer,scheduler", defaultValue = "" + DEFAULT_POLL_DELAY, javaType = "java.time.Duration",
              description = "The pause between two polls when nothing happens. The first message after silence is heard that"
                            + " much later at most, half as much in the median. 5 seconds take 12 requests a minute and user.")
    private long delay = DEFAULT_POLL_DELAY;
    private final StepOption dialogId = StepOption.overHeader("dialogId", Bitrix24ImConstants.DIALOG_ID);
    private final StepOption method = StepOption.underHeader("method", Bitrix24ImConstants.METHOD);
    private final StepOption reaction = StepOption.underHeader("reaction", Bitrix24ImConstants.REACTION);
    private final StepOption caption = StepOption.underHeader("caption", Bitrix24ImConstants.CAPTION);
    private int historySize = DEFAULT_HISTORY_SIZE;
    private String refusal;

    public Bitrix24ImEndpoint(String uri, Bitrix24ImComponent component, Bitrix24ImOperation operation,
                              Bitrix24ImConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    /** An endpoint that nothing can be done with, and that says why without showing a value. */
    static Bitrix24ImEndpoint refusing(String uri, Bitrix24ImComponent component, Exception why) {
        Bitrix24ImEndpoint endpoint
                = new Bitrix24ImEndpoint(uri, component, Bitrix24ImOperation.events, new Bitrix24ImConfiguration());
        endpoint.refusal = why instanceof PropertyBindingException bad ? unusable(bad) : why.getMessage();
        return endpoint;
    }

    static String unusable(PropertyBindingException bad) {
        return "Option " + bad.getPropertyName() + " has a value that cannot be used.";
    }

    /** What its own options leave out is the component's. */
    void inherit(String componentsDialogId, String componentsMethod) {
        configuration.setDialogId(dialogId.begin(configuration.getDialogId(), componentsDialogId));
        configuration.setMethod(method.begin(configuration.getMethod(), componentsMethod));
    }

    /** A page of events is larger than what a history may ask for, so only a step's own option is for that. */
    void limitsHistory() {
        historySize = configuration.getLimit();
    }

    /** The dialog that holds for a message, or {@code null}. */
    String dialogIdOf(Message message) {
        return settings().dialogId().apply(message);
    }

    private Settings settings() {
        return new Settings(
                message -> dialogId.of(message, configuration.getDialogId(), getComponent()::mayTalkOfOptions),
                message -> method.of(message, configuration.getMethod(), getComponent()::mayTalkOfOptions),
                message -> reaction.of(message, configuration.getReaction(), getComponent()::mayTalkOfOptions),
                message -> caption.of(message, configuration.getCaption(), getComponent()::mayTalkOfOptions),
                configuration.getMaxFileSize(),
                configuration.getReactionAction().equals("delete"), configuration.getLimit(), historySize,
                configuration.isReply(), configuration.getTextFormat(), configuration.getLongText(),
                Duration.ofMillis(configuration.getEditInterval()), configuration.getStatus(),
                configuration.getMessageStore(),
                configuration.getMaxRepliesPerDialog());
    }

    /**
     * Refuses bad options. A webhook URL in {@code portalUrl} is refused later, when a route starts: an error now would
     * be shown by Camel together with the URI that holds the secret.
     */
    void check() {
        ConfigurationCheck.options(configuration);
        if (operation == Bitrix24ImOperation.send || operation == Bitrix24ImOperation.stream
                || operation == Bitrix24ImOperation.edit || operation == Bitrix24ImOperation.upload) {
            configuration.getTextFormat().requireLibrary();
        }
        if (operation == Bitrix24ImOperation.history) {
            ConfigurationCheck.historySize(historySize);
        }
        ConfigurationCheck.delays(getDelay(), getInitialDelay());
        // of what a check is for, its report tells
        if (operation != Bitrix24ImOperation.check && !PortalAddress.looksLikeWebhook(configuration.getPortalUrl())) {
            CredentialOptions.requireToken(configuration, CredentialOptions.credentials(configuration));
        }
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        requireEvents();
        RestClient client = client();
        Bitrix24ImConsumer consumer
                = new Bitrix24ImConsumer(this, configuration.isTyping() ? typing(processor, client) : processor, client);
        consumer.setExceptionHandler(new PollExceptionHandler(consumer, consumer::pauseBeforeNextPoll));
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        requireEvents();
        return new Bitrix24ImPollingConsumer(this, client());
    }

    @Override
    public Producer createProducer() throws Exception {
        if (operation == Bitrix24ImOperation.check) {
            return new CheckProducer(this);
        }
        RestClient client = client();
        return new Bitrix24ImProducer(this, client, means(client));
    }

    private Means means(RestClient client) {
        ReaderName name = readerName(null);
        return Means.of(
                name, client, bot(), settings(), getComponent().portals().memory(name.portal()), getCamelContext(),
                getComponent().pause(), background());
    }

    private Processor typing(Processor route, RestClient client) {
        return new TypingSign(
                route, OperationTable.typing.with(means(client)), background());
    }

    private Background background() {
        return new Background(
                () -> getComponent().workplace().timer(), task -> getComponent().workplace().courtesies().execute(task));
    }

    private void requireEvents() {
        if (operation != Bitrix24ImOperation.events) {
            throw new IllegalArgumentException(
                    "The operation " + operation + " cannot be used in from, poll or pollEnrich, it is a producer: use it in"
                                               + " to. Events are received with bitrix24-im:events");
        }
    }

    /** @throws IllegalArgumentException if the options make up no credentials */
    RestClient client() {
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        Credentials credentials = credentials();
        TransportOptions options = new TransportOptions(
                credentials.portal(),
                Duration.ofMillis(configuration.getConnectTimeout()),
                Duration.ofMillis(configuration.getResponseTimeout()),
                configuration.getMaxResponseSize());
        Portals portals = getComponent().portals();
        SSLContextParameters ssl = configuration.getSslContextParameters();
        RequestBudget budget = portals.budget(
                credentials.portal(), configuration.getRequestsPerSecond(), configuration.getRequestBurst());
        CallAuthorization authorization = portals.authorization(credentials, options, ssl);
        if (configuration.isOfBot() && configuration.getToken() != null) {
            authorization = new BotAuthorization(authorization, configuration.getToken());
        }
        LongSupplier nanoTime = getComponent().nanoTime();
        PortalTransport transport = new RelocatingTransport(
                authorization, portals.connections(options, ssl),
                new RedirectPolicy(CommaSeparated.lowerCase(configuration.getAllowedRedirectHosts())), nanoTime);
        return new RestClient(transport, authorization, budget, nanoTime);
    }

    /**
     * As which bot the portal is called, or {@code null} if it is as the user of the credentials.
     */
    Bot bot() {
        BotRequest request = configuration.botRequest();
        return request == null ? null : getComponent().portals().bot(credentials(), request);
    }

    /** By what logs and events call whoever reads or posts here. */
    ReaderName readerName(String routeId) {
        return configuration.isOfBot()
                ? ReaderName.ofBot(routeId, configuration.getBot().strip(), credentials())
                : ReaderName.of(routeId, credentials());
    }

    /**
     * With what, and as whom, the portal is called.
     *
     * @throws IllegalArgumentException if the options make up none
     */
    Credentials credentials() {
        return CredentialOptions.credentials(configuration);
    }

    @Override
    public Bitrix24ImComponent getComponent() {
        return (Bitrix24ImComponent) super.getComponent();
    }

    public Bitrix24ImOperation getOperation() {
        return operation;
    }

    public Bitrix24ImConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    /**
     * The portal's address, which holds nothing secret.
     */
    @Override
    public String getServiceUrl() {
        if (refusal != null || PortalAddress.looksLikeWebhook(configuration.getPortalUrl())) {
            return null;
        }
        try {
            return credentials().portal().url();
        } catch (IllegalArgumentException e) {
            // of a check, which reports what is wrong with them
            return null;
        }
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return null;
    }

    /** Endpoints that differ in nothing but a secret have the same redacted URI. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
