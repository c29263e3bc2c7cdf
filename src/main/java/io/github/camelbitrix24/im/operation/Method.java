package io.github.camelbitrix24.im.operation;

/**
 * The REST methods of the messenger that operations are made of. The part {@code Chat} is case-sensitive: the portal
 * finds controllers through a file path (observed behaviour of im 26.250).
 */
final class Method {

    static final String MESSAGE_ADD = "im.message.add";
    static final String MESSAGE_UPDATE = "im.message.update";
    static final String MESSAGE_DELETE = "im.message.delete";
    static final String MESSAGE_LIKE = "im.message.like";
    static final String DIALOG_WRITING = "im.dialog.writing";
    static final String DIALOG_READ = "im.dialog.read";
    static final String DIALOG_MESSAGES = "im.dialog.messages.get";
    static final String CHAT_MESSAGE_SEND = "im.v2.Chat.Message.send";
    static final String REACTION_ADD = "im.v2.Chat.Message.Reaction.add";
    static final String REACTION_DELETE = "im.v2.Chat.Message.Reaction.delete";
    static final String INPUT_ACTION = "im.v2.Chat.InputAction.notify";
    static final String BOT_SEND = "imbot.v2.Chat.Message.send";
    static final String BOT_UPDATE = "imbot.v2.Chat.Message.update";
    static final String BOT_DELETE = "imbot.v2.Chat.Message.delete";
    static final String BOT_READ = "imbot.v2.Chat.Message.read";
    static final String BOT_CONTEXT = "imbot.v2.Chat.Message.getContext";
    static final String BOT_REACTION_ADD = "imbot.v2.Chat.Message.Reaction.add";
    static final String BOT_REACTION_DELETE = "imbot.v2.Chat.Message.Reaction.delete";
    static final String BOT_INPUT_ACTION = "imbot.v2.Chat.InputAction.notify";
    static final String DISK_FOLDER = "im.disk.folder.get";
    static final String FOLDER_UPLOAD = "disk.folder.uploadfile";
    static final String FILE_COMMIT = "im.disk.file.commit";
    static final String FILE_UPLOAD = "im.v2.File.upload";
    static final String BOT_FILE_UPLOAD = "imbot.v2.File.upload";
    static final String FILE_DOWNLOAD = "im.v2.File.download";
    static final String BOT_FILE_DOWNLOAD = "imbot.v2.File.download";
    static final String USER_GET = "user.get";

    private Method() {
    }
}
