package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options that say what a producer does.
 */
@UriParams
public abstract class ProducerConfiguration extends BotConfiguration {

    private static final int REPLIES_OF_BOT = 30;

    @UriParam(label = "producer",
              description = "The REST method that the operation call makes, for example im.dialog.messages.get. The header"
                            + " CamelBitrix24ImMethod, which is there only if the route sets it, takes precedence; where both are"
                            + " there and differ, this is logged once.")
    private String method;
    @UriParam(label = "producer",
              description = "The dialog that the operations send, upload, typing, read and history are about: chat5 for a group chat, a"
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
              description = "How the body of the operations send and edit, and the caption of upload, is written: bb with BB codes; plain without any"
                            + " markup, so that texts of others can neither mention anybody nor link nor make buttons; markdown,"
                            + " for which org.commonmark:commonmark and its extensions commonmark-ext-gfm-tables and"
                            + " commonmark-ext-gfm-strikethrough must be on the class path.")
    private TextFormat textFormat = TextFormat.bb;
    @UriParam(label = "producer", defaultValue = "fail",
              description = "What becomes of a text with more than 20000 characters: fail refuses it; split posts it in parts,"
                            + " cut between paragraphs, lines or words, each of them once. A reply is the first part, and buttons"
                            + " are under the last one; file posts the text as a file, with its beginning as the message."
                            + " The file is called message.txt, or what the header CamelFileName says.")
    private LongText longText = LongText.fail;
    @UriParam(label = "producer",
              description = "What the operation upload posts with the file, as the text of its message, written as the option"
                            + " textFormat says. The header CamelBitrix24ImCaption takes precedence.")
    private String caption;
    @UriParam(label = "producer", defaultValue = "104857600",
              description = "How many bytes a file may have. What is larger is refused before anything is sent, and is not fetched:"
                            + " nothing of it is kept, and the exchange fails. Bitrix24 takes files up to 100 MB.")
    private long maxFileSize = 100L << 20;
    @UriParam(label = "producer", defaultValue = "1500", javaType = "java.time.Duration",
              description = "How long the operation stream leaves a message as it is before it shows more of the text. Every edit"
                            + " takes one of the requests that the portal allows.")
    private long editInterval = 1_500;
    @UriParam(label = "producer", defaultValue = "like",
              description = "The reaction of the operation react, for example like, redHeart or whiteHeavyCheckMark. The header"
                            + " CamelBitrix24ImReaction takes precedence. Portals that know no reactions but like take that one.")
    private String reaction = "like";
    @UriParam(label = "producer", defaultValue = "add", enums = "add,delete",
              description = "Whether the operation react adds the reaction or deletes it, that is takes it back.")
    private String reactionAction = "add";
    @UriParam(label = "producer",
              description = "What the operation typing shows: writing, recordingVoice, sendingPhoto, sendingFile or"
                            + " recordingVideo; of a bot writing, thinking, searching, generating, analyzing, processing,"
                            + " translating, connecting, checking, calculating, readingDocs or composing. Without it, and on portals that do not know this, it is writing.")
    private String status;
    @UriParam(label = "producer",
              description = "Where the operation send keeps which message belongs to the key of the header"
                            + " CamelBitrix24ImMessageKey: a StateRepository of texts, such as Camel's FileStateRepository. The first"
                            + " message of a key in a dialog is posted, the next ones edit it, also after a crash.")
    private StateRepository<String, String> messageStore;
    @UriParam(label = "producer", defaultValue = "0",
              description = "How many messages the operations send and upload post in one dialog within a minute, counted over all endpoints"
                            + " with the same credentials. One more fails with a Bitrix24ImLoopException, and is not posted when its"
                            + " event comes again: so two machines that answer each other stop. 0 means any number."
                            + " For a bot the default is 30.")
    private int maxRepliesPerDialog;
    private boolean maxRepliesPerDialogIsSet;

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

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }

    public long getMaxFileSize() {
        return maxFileSize;
    }

    public void setMaxFileSize(long maxFileSize) {
        this.maxFileSize = maxFileSize;
    }

    public long getEditInterval() {
        return editInterval;
    }

    public void setEditInterval(long editInterval) {
        this.editInterval = editInterval;
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
        return maxRepliesPerDialogIsSet || !isOfBot() ? maxRepliesPerDialog : REPLIES_OF_BOT;
    }

    public void setMaxRepliesPerDialog(int maxRepliesPerDialog) {
        this.maxRepliesPerDialogIsSet = true;
        this.maxRepliesPerDialog = maxRepliesPerDialog;
    }
}
