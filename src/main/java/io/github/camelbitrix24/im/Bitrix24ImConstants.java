package io.github.camelbitrix24.im;

import org.apache.camel.spi.Metadata;

/**
 * The headers of this component. No other header is ever set, and none takes its name from the portal's data.
 */
public final class Bitrix24ImConstants {

    @Metadata(label = "consumer", description = "The id of the event: unique on the portal, rising, with gaps.",
              javaType = "Long")
    public static final String EVENT_ID = "CamelBitrix24ImEventId";
    @Metadata(label = "consumer", description = "What happened, for example ONIMV2MESSAGEADD.", javaType = "String")
    public static final String EVENT_TYPE = "CamelBitrix24ImEventType";
    @Metadata(label = "consumer", description = "What happened, equal for the events of users and bots: messageAdd,"
                                                + " messageUpdate, messageDelete, reactionChange, join, command or context; of"
                                                + " an unknown type the type itself.",
              javaType = "String")
    public static final String EVENT_KIND = "CamelBitrix24ImEventKind";
    @Metadata(label = "consumer", description = "When the portal recorded the event, with its server's offset.",
              javaType = "java.time.OffsetDateTime")
    public static final String EVENT_DATE = "CamelBitrix24ImEventDate";
    @Metadata(label = "consumer", description = "The chat that the event belongs to, by its number.", javaType = "Long")
    public static final String CHAT_ID = "CamelBitrix24ImChatId";
    @Metadata(description = "The dialog: chat5 for a group chat, or the other person's id for a private chat. Set on every"
                            + " event, and read by the operations send, upload, typing, read and history, which so act where the"
                            + " event came from, unless their step names another dialog in the option dialogId. A route may"
                            + " also set it to the e-mail address of an employee.",
              javaType = "String")
    public static final String DIALOG_ID = "CamelBitrix24ImDialogId";
    @Metadata(description = "The message that the event is about. Read by the operations react and read, and by send with the"
                            + " option reply. Messages that the route sends have the header CamelBitrix24ImSentMessageId.",
              javaType = "Long")
    public static final String MESSAGE_ID = "CamelBitrix24ImMessageId";
    @Metadata(label = "consumer", description = "Who did it: the author of the message, who reacted, or who joined. 0 for a"
                                                + " system message.",
              javaType = "Long")
    public static final String USER_ID = "CamelBitrix24ImUserId";
    @Metadata(label = "consumer", description = "What whoever did it is to the company: staff, extranet (from outside with an"
                                                + " account), bot, guest (such as customers of open lines, without an account)"
                                                + " or system (the portal itself). Absent if the event does not tell.",
              javaType = "String")
    public static final String SENDER = "CamelBitrix24ImSender";
    @Metadata(label = "consumer",
              description = "Whether the user of the credentials, or the bot, did it. Test it before answering, or the"
                            + " route answers itself.",
              javaType = "Boolean")
    public static final String OWN = "CamelBitrix24ImOwn";
    @Metadata(label = "consumer", description = "The bot whose event it is, by the id of its user. Absent on events of users.",
              javaType = "Long")
    public static final String BOT_ID = "CamelBitrix24ImBotId";
    @Metadata(label = "consumer", description = "The slash command that somebody gave the bot, without the slash.",
              javaType = "String")
    public static final String COMMAND = "CamelBitrix24ImCommand";
    @Metadata(label = "consumer", description = "What follows the command. Anybody who may write to the bot can send anything"
                                                + " here, also by a button that does not have it.",
              javaType = "String")
    public static final String COMMAND_PARAMS = "CamelBitrix24ImCommandParams";
    @Metadata(label = "consumer",
              description = "How the command was given: textarea if it was typed, keyboard by a button, menu"
                            + " by a menu.",
              javaType = "String")
    public static final String COMMAND_CONTEXT = "CamelBitrix24ImCommandContext";
    @Metadata(description = "The host of the portal.", javaType = "String")
    public static final String PORTAL = "CamelBitrix24ImPortal";
    @Metadata(label = "consumer",
              description = "How many times these events have been handed to the route, this time included.",
              javaType = "Integer")
    public static final String ATTEMPT = "CamelBitrix24ImAttempt";
    @Metadata(label = "producer", description = "For the operation events: every event with a lower id is acknowledged, that is"
                                                + " deleted, before the page is read. Without it nothing is acknowledged.",
              javaType = "Long")
    public static final String OFFSET = "CamelBitrix24ImOffset";
    @Metadata(label = "producer", description = "For the operation events: how many events to ask for, from 1 to 1000. For the"
                                                + " operation history: how many messages, from 1 to 50.",
              javaType = "Integer")
    public static final String LIMIT = "CamelBitrix24ImLimit";
    @Metadata(label = "producer", description = "From the operation events: the offset that would acknowledge this page. It is"
                                                + " not used unless the route copies it to CamelBitrix24ImOffset.",
              javaType = "Long")
    public static final String NEXT_OFFSET = "CamelBitrix24ImNextOffset";
    @Metadata(label = "producer", description = "From the operation events: whether the portal holds more than this page.",
              javaType = "Boolean")
    public static final String HAS_MORE = "CamelBitrix24ImHasMore";
    @Metadata(label = "producer", description = "The message that was sent: set by the operations send and upload, read by the"
                                                + " operations edit and delete. Of a text in several parts it is the last one.",
              javaType = "Long")
    public static final String SENT_MESSAGE_ID = "CamelBitrix24ImSentMessageId";
    @Metadata(label = "producer", description = "For the operation send: the message of the same dialog that it answers. Takes"
                                                + " precedence over the option reply.",
              javaType = "Long")
    public static final String REPLY_TO = "CamelBitrix24ImReplyTo";
    @Metadata(label = "producer", description = "For the operations send and edit: the buttons under the message, as a List of"
                                                + " Maps, as a Map with BUTTONS and the BOT_ID whose commands they are, or as the"
                                                + " text of their JSON, for example"
                                                + " [{\"TEXT\":\"Open\",\"LINK\":\"https://acme.example/t/9\"}]. To edit, an empty"
                                                + " list or N takes the buttons away.",
              javaType = "Object")
    public static final String KEYBOARD = "CamelBitrix24ImKeyboard";
    @Metadata(label = "producer", description = "For the operations send and edit: rich blocks under the text, as a List or a"
                                                + " Map or the text of their JSON, for example"
                                                + " [{\"MESSAGE\":\"[b]Order 17[/b]\"}]. To edit, an empty list or N takes them away.",
              javaType = "Object")
    public static final String ATTACH = "CamelBitrix24ImAttach";
    @Metadata(label = "producer", description = "For the operations send and delete, with the option messageStore: what the"
                                                + " message is about, for example alert-17. The first message of a key is posted,"
                                                + " the next ones edit it, and delete deletes and forgets it.",
              javaType = "String")
    public static final String MESSAGE_KEY = "CamelBitrix24ImMessageKey";
    @Metadata(label = "producer", description = "For the operation upload: the text of the message that shows the file. Takes"
                                                + " precedence over the option caption.",
              javaType = "String")
    public static final String CAPTION = "CamelBitrix24ImCaption";
    @Metadata(label = "producer", description = "For the operation download: the file to fetch. Without it, it is"
                                                + " the only file of the event's message, or the id that the body is. Set by the"
                                                + " operation upload, and by send with longText=file, to the file that was sent; of"
                                                + " several files to a list of their ids.",
              javaType = "Long")
    public static final String FILE_ID = "CamelBitrix24ImFileId";
    @Metadata(label = "producer", description = "For the operation react: the reaction, for example like, redHeart or"
                                                + " whiteHeavyCheckMark. Takes precedence over the option reaction.",
              javaType = "String")
    public static final String REACTION = "CamelBitrix24ImReaction";
    @Metadata(label = "producer",
              description = "For the operation history: the messages that follow this one. 0 begins with the"
                            + " first message of the dialog.",
              javaType = "Long")
    public static final String AFTER_MESSAGE_ID = "CamelBitrix24ImAfterMessageId";
    @Metadata(label = "producer", description = "For the operation history: the messages that lead up to this one.",
              javaType = "Long")
    public static final String BEFORE_MESSAGE_ID = "CamelBitrix24ImBeforeMessageId";
    @Metadata(label = "producer", description = "For the operation call: the REST method, for example im.chat.get.",
              javaType = "String")
    public static final String METHOD = "CamelBitrix24ImMethod";
    @Metadata(label = "producer", description = "The operation to use instead of the endpoint's own.", javaType = "String")
    public static final String OPERATION = "CamelBitrix24ImOperation";
    @Metadata(label = "producer", description = "The portal's error code, set on the message when a call fails.",
              javaType = "String")
    public static final String ERROR_CODE = "CamelBitrix24ImErrorCode";

    private Bitrix24ImConstants() {
    }
}
