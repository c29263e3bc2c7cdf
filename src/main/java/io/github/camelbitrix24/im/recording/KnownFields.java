package io.github.camelbitrix24.im.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The fields of events that are known, by the object that they are in where the name alone does not tell. */
final class KnownFields {

    private static final String FLAG = "[YN]";
    private static final String COLOR = "#[0-9A-Fa-f]{3,8}|transparent";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[-+]\\d\\d:\\d\\d))?";
    private static final String RIGHT = "none|member|manager|owner";

    private static final Set<String> OBJECTS = Set.of("data", "message", "chat", "user", "bot", "command", "forward", "params",
            "permissions", "entityLink", "phones", "additionalMessages", "ATTACH", "BLOCKS", "KEYBOARD", "BUTTONS", "MENU",
            "ITEMS", "GRID", "LINK", "RICH_LINK", "IMAGE", "FILE", "DELIMITER", "USER");

    private static final Map<String, KnownField> FIELDS = new HashMap<>();

    static {
        add(KnownField.number(), ".eventId", ".queue", "id", "chatId", "chat_id", "authorId", "author_id", "messageId",
                "userId", "owner", "diskFolderId", "parentChatId", "parentMessageId", "departments", "countMessage",
                "countCommand", "countChat", "countUser", "ID", "FILE_ID", "REPLY_ID", "LIKE", "URL_ID", "DATE_TS", "BOT_ID",
                "APP_ID", "CHAT_ID", "USER_ID", "WIDTH", "HEIGHT", "SIZE");
        add(KnownField.only("(?:chat|sg)?\\d{1,19}"), "dialogId");
        add(KnownField.only("(?:(?:chat\\d{1,19}|\\d{1,19}:\\d{1,19})/)?\\d{1,19}"), "forward.id");
        add(KnownField.only(DATE), "date", "absent", "idle", "lastActivityDate", "mobileLastDate", "desktopLastDate");
        add(KnownField.only(COLOR), "color", "COLOR", "BG_COLOR", "TEXT_COLOR", "OFF_BG_COLOR", "OFF_TEXT_COLOR");
        add(KnownField.only(FLAG), "active", "user.bot", "extranet", "connector", "containsCollaber", "isNew", "isSystem",
                "isHidden", "isSupportOpenline", "isReactionsEnabled", "textFieldEnabled", "viewedByOthers", "IS_EDITED",
                "IS_DELETED", "LARGE_FONT", "URL_ONLY", "NOTIFY", "VOTE", "BLOCK", "WAIT", "DISABLED", "KEYBOARD", "MENU",
                "phones");
        add(KnownField.only(RIGHT), "permissions.manageUsersAdd", "permissions.manageUsersDelete", "permissions.manageUi",
                "permissions.manageSettings", "permissions.manageMessages", "permissions.manageMessagesAutoDelete",
                "permissions.canPost");
        addWords();
        addWhatIsReplaced();
    }

    private KnownFields() {
    }

    private static void addWords() {
        add(KnownField.only("ONIM(?:BOT)?V2[A-Z0-9]{2,40}"), ".type");
        add(KnownField.only("[a-z]{2}"), "language");
        add(KnownField.only("[A-Z]"), "messageType");
        add(KnownField.only("add|delete|set"), "data.action");
        add(KnownField.only("textarea|keyboard|menu"), "command.context");
        add(KnownField.only("online|offline|away|dnd|break|idle|mobile"), "status");
        add(KnownField.only("default|bot|imconnector|email|replica|im_guest|sale|shop|call|document_editor|socservices"),
                "externalAuthId");
        add(KnownField.only("im|imbot|imopenlines|rest"), "moduleId");
        add(KnownField.only("fetch|webhook"), "eventMode");
        add(KnownField.only(
                "private|chat|open|general|channel|openChannel|generalChannel|comment|thread|copilot|collab|announcement"
                            + "|videoconf|support24Notifier|support24Question|networkDialog|calendar|mail|crm|sonetGroup|tasks"
                            + "|call|lines|livechat|system|user|bot|extranet|collaber|guest|employee|email|personal"
                            + "|supervisor|network"),
                "type", "chatType");
        add(KnownField.only("LINES|LIVECHAT|CRM|TASKS|CALENDAR|SONET_GROUP|MAIL|CALL|VIDEOCONF|GENERAL|COPILOT|SUPPORT24_"
                            + "(?:NOTIFIER|QUESTION)|NETWORK_DIALOG|ANNOUNCEMENT|DEAL|LEAD|CONTACT|COMPANY"),
                "entityType", "entityLink.type");
        add(KnownField.only(
                "like|dislike|faceWithTearsOfJoy|redHeart|neutralFace|fire|cry|slightlySmilingFace|winkingFace|laugh|kiss"
                            + "|wonder|slightlyFrowningFace|loudlyCryingFace|faceWithStuckOutTongue"
                            + "|faceWithStuckOutTongueAndWinkingEye|smilingFaceWithSunglasses|confusedFace|flushedFace"
                            + "|thinkingFace|angry|smilingFaceWithHorns|faceWithThermometer|facepalm|poo|flexedBiceps"
                            + "|clappingHands|raisedHand|smilingFaceWithHeartEyes|smilingFaceWithHearts|pleadingFace"
                            + "|relievedFace|foldedHands|okHand|signHorns|loveYouGesture|clownFace|partyingFace|questionMark"
                            + "|exclamationMark|lightBulb|bomb|sleepingSymbol|crossMark|whiteHeavyCheckMark|eyes|handshake"
                            + "|hundredPoints"),
                "reaction");
        add(KnownField.only("BUTTON|NEWLINE"), "TYPE");
        add(KnownField.only("ALL|MOBILE|DESKTOP"), "CONTEXT");
        add(KnownField.only("BLOCK|LINE|ROW|COLUMN|TABLE|CARD"), "DISPLAY");
        add(KnownField.only("PUT|SEND|COPY|CALL|DIALOG|LIVECHAT|HELP"), "ACTION");
        add(KnownField.only("primary|secondary|alert|base"), "COLOR_TOKEN", "BG_COLOR_TOKEN");
        add(KnownField.only("CHAT_(?:JOIN|LEAVE|RENAME|KICK|CREATE|CHANGE_OWNER|MANAGERS)"), "CODE");
    }

    private static void addWhatIsReplaced() {
        add(KnownField.replaced((json, name) -> json.standIns().name(name)), "name", "firstName", "lastName", "chatTitle",
                "NAME");
        add(KnownField.replaced((json, text) -> new AnonymousText(json).of(text)), "text", "description", "workPosition",
                "TEXT", "MESSAGE", "HTML", "VALUE", "DESCRIPTION", "DESC", "TITLE", "DATE_TEXT");
        add(KnownField.replaced((json, link) -> json.standIns().link(link)), "avatar", "website", "entityLink.url", "LINK",
                "PREVIEW", "AVATAR", "IMAGE", "FILE");
        add(KnownField.replaced((json, address) -> json.standIns().email(address)), "email");
        add(KnownField.replaced((json, phone) -> json.standIns().digits(phone)), "phones.personal_mobile",
                "phones.personal_phone", "phones.work_phone", "phones.inner_phone", "phones.personalMobile",
                "phones.personalPhone", "phones.workPhone", "phones.innerPhone");
        add(KnownField.replaced((json, binding) -> new AnonymousBinding(json).of(binding)), "entityId", "entityData1",
                "entityData2", "entityData3", "entityLink.id");
        add(KnownField.replaced((json, uuid) -> json.standIns().uuid(uuid)), "uuid");
        add(KnownField.replaced((json, personal) -> ""), "gender", "birthday");
        add(KnownField.replaced(KnownFields::command), "command.command", "COMMAND");
        add(KnownField.replaced((json, code) -> json.standIns().word(code)), "bot.code", "chat.backgroundId",
                "bot.backgroundId");
        add(KnownField.replaced(AnonymousJson::like), "command.params", "COMMAND_PARAMS", "APP_PARAMS", "ACTION_VALUE",
                "FUNCTION", "data.context", "message.block", "CONNECTOR_MID");
    }

    private static String command(AnonymousJson json, String command) {
        return command.startsWith("/")
                ? "/" + json.standIns().word(command.substring(1)) : json.standIns().word(command);
    }

    private static void add(KnownField field, String... names) {
        for (String name : names) {
            FIELDS.put(name, field);
        }
    }

    static boolean isKnown(String object, String name) {
        return find(object, name) != null || holdsFields(object, name);
    }

    /** Whether the fields of an object with this name are known. */
    static boolean holdsFields(String object, String name) {
        return OBJECTS.contains(name) && !FIELDS.containsKey(object + "." + name);
    }

    /** @return {@code null} if it is not known */
    static KnownField find(String object, String name) {
        return FIELDS.getOrDefault(object + "." + name, FIELDS.get(name));
    }
}
