package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.consumer.EventFilter;
import io.github.camelbitrix24.im.consumer.ReaderSettings;
import io.github.camelbitrix24.im.registration.Bot;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of its endpoints, beside those of Camel's scheduled pollers.
 */
@Configurer
@UriParams
public class Bitrix24ImConfiguration extends ProducerConfiguration {

    @UriParam(label = "consumer", defaultValue = "2000", javaType = "java.time.Duration",
              description = "The longest pause between two polls while people talk, that is while an event came within the last"
                            + " minute. A poll comes a quarter of a second after an event, then after a fifth of the silence, and"
                            + " later for whoever talks on: less than 60 requests a minute on average, acknowledgements included."
                            + " A busyDelay below a second takes more requests. Where the option delay is shorter, it is the"
                            + " longest pause; when nothing happens, it is the pause.")
    private long busyDelay = 2_000;
    @UriParam(label = "consumer", defaultValue = "1000",
              description = "How many events a poll asks for, from 1 to 1000.")
    private int limit = 1_000;
    @UriParam(label = "consumer", defaultValue = "true",
              description = "Whether the consumer tells the portal to record the user's events, at its start and from time to"
                            + " time. Turn it off if another route does so with the operation subscribe.")
    private boolean autoSubscribe = true;
    @UriParam(label = "consumer", defaultValue = "600000", javaType = "java.time.Duration",
              description = "How often the subscription is renewed, since any application of the same user can end it."
                            + " 0 subscribes at the start only.")
    private long resubscribeInterval = 600_000;
    @UriParam(label = "consumer", defaultValue = "false",
              description = "Whether the events of a page come in one exchange whose body is their list, instead of one"
                            + " exchange for each. They are acknowledged together. With a concurrency above 1 the events of"
                            + " each chat form a list of their own. What is sent for a list is posted once though the list comes"
                            + " again, as long as its first event is the same; what is sent for the parts of a split of the list"
                            + " is posted once for each event.")
    private boolean batching;
    @UriParam(label = "consumer", defaultValue = "1",
              description = "How many chats are worked on at once. With 1 all events come in the order of their ids; with"
                            + " more, the order holds within each chat, and a slow or failing chat holds up no other.")
    private int concurrency = 1;
    @UriParam(label = "consumer,advanced", defaultValue = "1000",
              description = "How many events may be handed out and not finished. No more are read until there is room.")
    private int maxInFlight = 1_000;
    @UriParam(label = "consumer",
              description = "The kinds or types of the events that the route gets, separated by commas, for example"
                            + " messageAdd,reactionChange or ONIMV2MESSAGEADD. The kinds are messageAdd, messageUpdate,"
                            + " messageDelete, reactionChange, join, command and context. Others are acknowledged unseen."
                            + " Without it all types come, also those that this version does not know.")
    private String eventTypes;
    @UriParam(label = "consumer", defaultValue = "true",
              description = "Whether the route also gets what the user of the credentials does, in particular the messages"
                            + " that are sent with the same credentials. A route that answers should set it to false, or test"
                            + " the header CamelBitrix24ImOwn. For a bot, which hears of its own edits and deletions, the"
                            + " default is false.")
    private boolean includeOwn = true;
    private boolean includeOwnIsSet;
    @UriParam(label = "consumer",
              description = "The dialogs whose events the route gets, separated by commas: chat5 for a chat, or a user's id for"
                            + " the private chat with that user. Events of others are acknowledged unseen. Without it the events"
                            + " of all dialogs come.")
    private String dialogs;
    @UriParam(label = "consumer",
              description = "The kinds of chats whose events the route gets, separated by commas: private, group, channel,"
                            + " comment (the threads below the posts of channels), openLine (customers), or a type of the"
                            + " portal's own, for example copilot. Events of other chats, and of chats of which the portal"
                            + " leaves but the number, are acknowledged unseen. Without it the events of all chats come.")
    private String chats;
    @UriParam(label = "consumer",
              description = "Who may talk to the route, separated by commas: staff, extranet (from outside with an account), bot,"
                            + " guest (such as customers of open lines) and system (the portal itself). What others do, and those"
                            + " of whom the event does not tell what they are, is acknowledged unseen. Without it everybody may; to a bot, staff may.")
    private String senders;
    @UriParam(label = "consumer", defaultValue = "false",
              description = "Whether the route gets of chats of several people only what speaks to the user of the credentials:"
                            + " messages that mention the user or reply to a message of the user, reactions to such messages, and"
                            + " commands. A mention of all does not count. The rest is acknowledged unseen. Private chats are not"
                            + " affected.")
    private boolean mentionOnly;
    @UriParam(label = "consumer", defaultValue = "false",
              description = "Whether the dialog shows that an answer is being written while the route is at work on what somebody"
                            + " has said, until the exchange is done. It is shown after half a second, and renewed, as far as the"
                            + " portal's request budget has room for it; it fails no exchange. Not with batching.")
    private boolean typing;
    @UriParam(label = "consumer", defaultValue = "true",
              description = "What happens to an event whose exchange ends in an unhandled exception. With true it is not"
                            + " acknowledged and comes again after a growing pause of 1 second to 1 minute, and what follows it"
                            + " waits. With false it goes to the exception handler and counts as done.")
    private boolean breakOnFirstError = true;
    @UriParam(label = "consumer,advanced", defaultValue = "5000", javaType = "java.time.Duration",
              description = "How long finished events may wait for their acknowledgement while others of the same page are"
                            + " still being worked on, or while people talk and polls bring the acknowledgement along. It"
                            + " bounds how much comes twice after a crash.")
    private long ackInterval = 5_000;
    @UriParam(label = "consumer,advanced", defaultValue = "2000", javaType = "java.time.Duration",
              description = "How old an event must be before it is acknowledged. The portal gives ids before it makes events"
                            + " visible, so a lower id can appear after a higher one; within this time it is not lost. 0 turns"
                            + " the protection off.")
    private long settleTime = 2_000;
    @UriParam(label = "consumer,advanced",
              description = "A repository that remembers which events were finished, so that after a crash only what was in"
                            + " flight comes twice. The keys hold portal, user, event id and date.")
    private IdempotentRepository idempotentRepository;

    public long getBusyDelay() {
        return busyDelay;
    }

    public void setBusyDelay(long busyDelay) {
        this.busyDelay = busyDelay;
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public boolean isAutoSubscribe() {
        return autoSubscribe;
    }

    public void setAutoSubscribe(boolean autoSubscribe) {
        this.autoSubscribe = autoSubscribe;
    }

    public long getResubscribeInterval() {
        return resubscribeInterval;
    }

    public void setResubscribeInterval(long resubscribeInterval) {
        this.resubscribeInterval = resubscribeInterval;
    }

    public boolean isBatching() {
        return batching;
    }

    public void setBatching(boolean batching) {
        this.batching = batching;
    }

    public int getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public String getEventTypes() {
        return eventTypes;
    }

    public void setEventTypes(String eventTypes) {
        this.eventTypes = eventTypes;
    }

    public boolean isIncludeOwn() {
        return includeOwnIsSet ? includeOwn : !isOfBot();
    }

    public void setIncludeOwn(boolean includeOwn) {
        this.includeOwnIsSet = true;
        this.includeOwn = includeOwn;
    }

    public String getDialogs() {
        return dialogs;
    }

    public void setDialogs(String dialogs) {
        this.dialogs = dialogs;
    }

    public String getChats() {
        return chats;
    }

    public void setChats(String chats) {
        this.chats = chats;
    }

    public String getSenders() {
        return senders;
    }

    public void setSenders(String senders) {
        this.senders = senders;
    }

    public boolean isMentionOnly() {
        return mentionOnly;
    }

    public void setMentionOnly(boolean mentionOnly) {
        this.mentionOnly = mentionOnly;
    }

    public boolean isTyping() {
        return typing;
    }

    public void setTyping(boolean typing) {
        this.typing = typing;
    }

    public boolean isBreakOnFirstError() {
        return breakOnFirstError;
    }

    public void setBreakOnFirstError(boolean breakOnFirstError) {
        this.breakOnFirstError = breakOnFirstError;
    }

    public long getAckInterval() {
        return ackInterval;
    }

    public void setAckInterval(long ackInterval) {
        this.ackInterval = ackInterval;
    }

    public long getSettleTime() {
        return settleTime;
    }

    public void setSettleTime(long settleTime) {
        this.settleTime = settleTime;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    /**
     * What these options say about who may talk to the route.
     *
     * @throws IllegalArgumentException naming the option that is wrong
     */
    EventFilter eventFilter() {
        return eventFilter(isOfBot());
    }

    private EventFilter eventFilter(boolean ofBot) {
        return new EventFilter(
                CommaSeparated.upperCase(eventTypes), includeOwnIsSet ? includeOwn : !ofBot, AudienceOptions.dialogs(dialogs),
                AudienceOptions.chats(chats),
                AudienceOptions.senders(senders == null && ofBot ? AudienceOptions.STAFF : senders), mentionOnly);
    }

    /**
     * What these options say about reading somebody's events.
     *
     * @param bot   whose they are, or {@code null} for the user of the credentials
     * @param delay the pause between polls when nothing happens
     */
    ReaderSettings readerSettings(Bot bot, Duration delay) {
        return new ReaderSettings(
                bot, isUserEvents() ? eventFilter(false) : null, autoSubscribe, Duration.ofMillis(resubscribeInterval),
                eventFilter(), limit, maxInFlight, getMaxResponseSize(),
                Duration.ofMillis(settleTime), Duration.ofMillis(ackInterval), delay, Duration.ofMillis(busyDelay),
                Duration.ofMillis(getConnectTimeout()).plus(Duration.ofMillis(getResponseTimeout())), concurrency, batching,
                breakOnFirstError, idempotentRepository);
    }

}
