package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.consumer.EventFilter;
import io.github.camelbitrix24.im.consumer.ReaderSettings;
import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of its endpoints, beside those of Camel's scheduled pollers.
 */
@Configurer
@UriParams
public class Bitrix24ImConfiguration extends PortalConfiguration {

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
                            + " the header CamelBitrix24ImOwn.")
    private boolean includeOwn = true;
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
                            + " of whom the event does not tell what they are, is acknowledged unseen. Without it everybody may.")
    private String senders;
    @UriParam(label = "consumer", defaultValue = "false",
              description = "Whether the route gets of chats of several people only what speaks to the user of the credentials:"
                            + " messages that mention the user or reply to a message of the user, reactions to such messages, and"
                            + " commands. A mention of all does not count. The rest is acknowledged unseen. Private chats are not"
                            + " affected.")
    private boolean mentionOnly;
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
    @UriParam(label = "producer",
              description = "The REST method that the operation call makes, for example im.dialog.messages.get. The header"
                            + " CamelBitrix24ImMethod, which is there only if the route sets it, takes precedence; where both are"
                            + " there and differ, this is logged once.")
    private String method;
    @UriParam(label = "producer",
              description = "The dialog that the operations send, typing, read and history are about: chat5 for a group chat, a"
                            + " user's id for a private chat, or the e-mail address of an employee, for which the webhook or"
                            + " application needs the scope user or user_basic as well. Set on a step, it takes precedence over"
                            + " the header CamelBitrix24ImDialogId that every event brings along, and where they differ this is"
                            + " logged once. Set on the component, it applies to messages without the header.")
    private String dialogId;
    @UriParam(label = "producer", defaultValue = "false",
              description = "Whether the operation send answers the event's message, so that it is shown as a reply to it. If that"
                            + " message is deleted meanwhile, the answer is sent without being a reply. The header"
                            + " CamelBitrix24ImReplyTo names another message.")
    private boolean reply;
    @UriParam(label = "producer", defaultValue = "bb",
              description = "How the body of the operations send and edit is written: bb with BB codes; plain without any"
                            + " markup, so that texts of others can neither mention anybody nor link nor make buttons; markdown,"
                            + " for which org.commonmark:commonmark and its extensions commonmark-ext-gfm-tables and"
                            + " commonmark-ext-gfm-strikethrough must be on the class path.")
    private TextFormat textFormat = TextFormat.bb;
    @UriParam(label = "producer", defaultValue = "fail",
              description = "What becomes of a text with more than 20000 characters: fail refuses it; split posts it in parts,"
                            + " cut between paragraphs, lines or words, each of them once. A reply is the first part, and buttons"
                            + " are under the last one. file needs the upload of files, which this version does not have.")
    private LongText longText = LongText.fail;
    @UriParam(label = "producer", defaultValue = "like",
              description = "The reaction of the operation react, for example like, redHeart or whiteHeavyCheckMark. The header"
                            + " CamelBitrix24ImReaction takes precedence. Portals that know no reactions but like take that one.")
    private String reaction = "like";
    @UriParam(label = "producer", defaultValue = "add", enums = "add,delete",
              description = "Whether the operation react adds the reaction or deletes it, that is takes it back.")
    private String reactionAction = "add";
    @UriParam(label = "producer",
              description = "What the operation typing shows: writing, recordingVoice, sendingPhoto, sendingFile or"
                            + " recordingVideo. Without it, and on portals that do not know this, it is writing.")
    private String status;
    @UriParam(label = "producer",
              description = "Where the operation send keeps which message belongs to the key of the header"
                            + " CamelBitrix24ImMessageKey: a StateRepository of texts, such as Camel's FileStateRepository. The first"
                            + " message of a key in a dialog is posted, the next ones edit it, also after a crash.")
    private StateRepository<String, String> messageStore;
    @UriParam(label = "producer", defaultValue = "0",
              description = "How many messages the operation send posts in one dialog within a minute, counted over all endpoints"
                            + " with the same credentials. One more fails with a Bitrix24ImLoopException, and is not posted when its"
                            + " event comes again: so two machines that answer each other stop. 0 means any number.")
    private int maxRepliesPerDialog;

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
        return includeOwn;
    }

    public void setIncludeOwn(boolean includeOwn) {
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

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getDialogId() {
        return dialogId;
    }

    public void setDialogId(String dialogId) {
        this.dialogId = dialogId;
    }

    /**
     * What these options say about who may talk to the route.
     *
     * @throws IllegalArgumentException naming the option that is wrong
     */
    EventFilter eventFilter() {
        return new EventFilter(
                CommaSeparated.upperCase(eventTypes), includeOwn, AudienceOptions.dialogs(dialogs),
                AudienceOptions.chats(chats), AudienceOptions.senders(senders), mentionOnly);
    }

    /**
     * What these options say about reading a user's events.
     *
     * @param delay the pause between polls when nothing happens
     */
    ReaderSettings readerSettings(Duration delay) {
        return new ReaderSettings(
                autoSubscribe, Duration.ofMillis(resubscribeInterval),
                eventFilter(), limit, maxInFlight, getMaxResponseSize(),
                Duration.ofMillis(settleTime), Duration.ofMillis(ackInterval), delay, Duration.ofMillis(busyDelay),
                Duration.ofMillis(getConnectTimeout()).plus(Duration.ofMillis(getResponseTimeout())), concurrency, batching,
                breakOnFirstError, idempotentRepository);
    }

    public boolean isReply() {
        return reply;
    }

    public void setReply(boolean reply) {
        this.reply = reply;
    }

    public TextFormat getTextFormat() {
        return textFormat;
    }

    public void setTextFormat(TextFormat textFormat) {
        this.textFormat = textFormat;
    }

    public LongText getLongText() {
        return longText;
    }

    public void setLongText(LongText longText) {
        this.longText = longText;
    }

    public String getReaction() {
        return reaction;
    }

    public void setReaction(String reaction) {
        this.reaction = reaction;
    }

    public String getReactionAction() {
        return reactionAction;
    }

    public void setReactionAction(String reactionAction) {
        this.reactionAction = reactionAction;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public StateRepository<String, String> getMessageStore() {
        return messageStore;
    }

    public void setMessageStore(StateRepository<String, String> messageStore) {
        this.messageStore = messageStore;
    }

    public int getMaxRepliesPerDialog() {
        return maxRepliesPerDialog;
    }

    public void setMaxRepliesPerDialog(int maxRepliesPerDialog) {
        this.maxRepliesPerDialog = maxRepliesPerDialog;
    }
}
