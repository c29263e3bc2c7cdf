package io.github.camelbitrix24.im.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** {@code imbot.v2.Chat.*}: the chats that a bot makes, or is in. */
final class BotChats {

    private static final long DEFAULT_LIMIT = 50;
    private static final long LARGEST_LIMIT = 200;

    private final PortalState portal;
    private final DialogAccess access;
    private final BotOwnership ownership;

    BotChats(PortalState portal) {
        this.portal = portal;
        this.access = new DialogAccess(portal);
        this.ownership = new BotOwnership(portal);
    }

    void addTo(MethodTable table) {
        table.controller("imbot.v2.Chat").action("add", ownership.owned(this::add))
                .action("get", ownership.owned(call -> answer(call, chat(call))))
                .action("update", inGroup(BotChats::update))
                .action("leave", inGroup((call, chat) -> portal.messenger.leave(call.user(), chat)))
                .action("setOwner", inGroup(this::setOwner));
        table.controller("imbot.v2.Chat.User").action("add", inGroup(this::invite))
                .action("delete", inGroup(this::remove)).action("list", ownership.owned(this::users));
        table.controller("imbot.v2.Chat.Manager").action("add", inGroup((call, chat) -> chat.managers.addAll(named(call))))
                .action("delete", inGroup((call, chat) -> named(call).forEach(chat.managers::remove)));
    }

    private Function<MethodCall, Object> inGroup(BiConsumer<BotCall, EmulatedChat> action) {
        return ownership.owned(call -> {
            EmulatedChat chat = chat(call);
            if (chat.isPrivate()) {
                throw RestFailure.of("WRONG_MESSAGE_TYPE");
            }
            action.accept(call, chat);
            return BotCall.DONE;
        });
    }

    private EmulatedChat chat(BotCall call) {
        return access.forController(call.user(), call.arguments().text("dialogId"));
    }

    /** The bot is always in it. */
    private Object add(BotCall call) {
        LooseParams fields = call.fields();
        String title = fields.text("TITLE");
        EmulatedChat chat = portal.messenger.create(call.user(), title.isEmpty() ? "Chat of " + call.user().name : title);
        chat.description = fields.text("DESCRIPTION");
        chat.entityType = fields.text("ENTITY_TYPE");
        chat.entityId = fields.text("ENTITY_ID");
        color(chat, fields);
        bring(call, chat, ids(fields.get("USER_IDS")));
        long owner = Php.integer(fields.get("OWNER_ID"));
        if (owner > 0 && portal.directory.find(owner).isPresent()) {
            bring(call, chat, List.of(owner));
            chat.owner = owner;
        }
        String message = Php.trimmed(fields.text("MESSAGE"));
        if (!message.isEmpty()) {
            portal.messenger.say(call.user(), chat, Draft.text(message));
        }
        return answer(call, chat);
    }

    private Object answer(BotCall call, EmulatedChat chat) {
        Payloads payloads = new Payloads(portal);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("chat", payloads.chat(chat, call.bot().id));
        result.put("users", chat.members.stream().map(portal.directory::user).map(payloads::user).toList());
        return result;
    }

    private static void update(BotCall call, EmulatedChat chat) {
        LooseParams fields = call.fields();
        chat.name = fields.text("TITLE").isEmpty() ? chat.name : fields.text("TITLE");
        chat.description = fields.get("DESCRIPTION") == null ? chat.description : fields.text("DESCRIPTION");
        color(chat, fields);
    }

    private static void color(EmulatedChat chat, LooseParams fields) {
        chat.color = BotProfile.knownColor(fields.text("COLOR")).isEmpty()
                ? chat.color
                : BotProfile.shownColor(fields.text("COLOR"));
    }

    /** Nobody asks whether the new owner is in the chat. */
    private void setOwner(BotCall call, EmulatedChat chat) {
        chat.owner = call.arguments().number("userId");
    }

    private void invite(BotCall call, EmulatedChat chat) {
        bring(call, chat, call.arguments().numbers("userIds"));
    }

    private void bring(BotCall call, EmulatedChat chat, List<Long> userIds) {
        portal.messenger.invite(call.user(), chat, userIds.stream().distinct()
                .filter(id -> id > 0 && portal.directory.find(id).isPresent()).mapToLong(Long::longValue).toArray());
    }

    private void remove(BotCall call, EmulatedChat chat) {
        portal.directory.find(call.arguments().number("userId")).ifPresent(user -> portal.messenger.leave(user, chat));
    }

    private List<Long> named(BotCall call) {
        List<Long> ids = ids(call.original().params().get("userIds"));
        if (ids.isEmpty()) {
            throw RestFailure.of("EMPTY_USER_IDS");
        }
        return ids;
    }

    private static List<Long> ids(Object sent) {
        return Buttons.elements(sent).stream().map(Php::integer).toList();
    }

    private Object users(BotCall call) {
        EmulatedChat chat = chat(call);
        ControllerArguments arguments = call.arguments();
        long limit = Math.max(1, Math.min(LARGEST_LIMIT, arguments.number("limit", DEFAULT_LIMIT)));
        boolean downwards = String.valueOf(arguments.object("order").get("id")).toUpperCase(Locale.ROOT).equals("DESC");
        Payloads payloads = new Payloads(portal);
        return portal.directory.all().stream().filter(chat::has)
                .sorted(downwards
                        ? Comparator.comparingLong((EmulatedUser user) -> user.id).reversed()
                        : Comparator.comparingLong(user -> user.id))
                .limit(limit).map(payloads::user).toList();
    }
}
