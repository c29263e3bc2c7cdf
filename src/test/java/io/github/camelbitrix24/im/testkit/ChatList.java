package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.MessageView.FileView;

/** The chats of one person, and what is said in them, as the messenger shows them. */
record ChatList(PortalState portal) {

    /** For how long the messenger shows it if the application does not say. */
    private static final Duration TYPING = Duration.ofSeconds(30);

    /** Where somebody has spoken last comes first. */
    List<ChatView> of(EmulatedUser person) {
        return portal.messenger.chats().filter(chat -> sees(person, chat)).map(chat -> view(person, chat))
                .sorted(Comparator.comparing(ChatView::lastAt, Comparator.nullsLast(Comparator.reverseOrder()))).toList();
    }

    List<MessageView> messages(long personId, String dialogId, int atMost) {
        List<Message> all = find(personId, dialogId).map(portal.messenger::messagesOf).orElse(Stream.empty()).toList();
        return all.subList(Math.max(0, all.size() - atMost), all.size()).stream().map(this::view).toList();
    }

    /** Who else is busy there: not for long, and only until he has said something. */
    List<TypingView> typing(long personId, String dialogId) {
        return find(personId, dialogId).map(chat -> portal.footprints.typing().stream()
                .filter(notice -> notice.chatId() == chat.id && notice.userId() != personId)
                .filter(notice -> portal.messenger.messagesOf(chat)
                        .noneMatch(said -> said.authorId() == notice.userId() && said.date.isAfter(notice.at())))
                .map(ChatList::view).filter(view -> view.until().isAfter(portal.clock.now()))
                .collect(Collectors.toMap(TypingView::userId, view -> view, (earlier, later) -> later, TreeMap::new))
                .values().stream().toList()).orElse(List.of());
    }

    private static TypingView view(TypingNotice notice) {
        Duration shown = notice.duration() == null ? TYPING : notice.duration();
        return new TypingView(notice.userId(), notice.type(), notice.at().plus(shown));
    }

    private Optional<EmulatedChat> find(long personId, String dialogId) {
        return dialogId.matches("[0-9]+")
                ? portal.messenger.findPrivate(personId, Long.parseLong(dialogId))
                : Optional.of(portal.messenger.find(dialogId)
                        .orElseThrow(() -> new NoSuchElementException("There is no chat " + dialogId)));
    }

    /** Others' private chats, and the threads and open lines that one is not in, are not offered. */
    private boolean sees(EmulatedUser person, EmulatedChat chat) {
        if (chat.isPrivate() || chat.kind == ChatKind.COMMENT || chat.kind == ChatKind.OPEN_LINE) {
            return chat.members.contains(person.id) || chat.kind == ChatKind.OPEN_LINE && chat.has(person);
        }
        return chat.has(person) || !person.kind.isOutsider() && person.kind != UserKind.CUSTOMER;
    }

    private ChatView view(EmulatedUser person, EmulatedChat chat) {
        Optional<Message> last = portal.messenger.messagesOf(chat).reduce((one, other) -> other);
        return new ChatView(
                chat.dialogId(person.id),
                chat.isPrivate() ? portal.directory.user(chat.peerOf(person.id)).name : chat.name, chat.kind.type(),
                chat.has(person), new DialogAccess(portal).mayWrite(person, chat),
                portal.directory.all().stream().filter(chat::has).map(user -> user.id).toList(), chat.unread(person.id),
                last.map(Message::text).orElse(""), last.map(message -> message.date).orElse(null), commands(chat));
    }

    private List<ChatView.Command> commands(EmulatedChat chat) {
        return portal.bots.all().stream().filter(bot -> !bot.commands.isEmpty()).flatMap(bot -> bot.commands.values().stream()
                .filter(command -> !command.hidden() && (command.common() || chat.members.contains(bot.id)))
                .map(command -> new ChatView.Command(bot.id, command.name(), title(command)))).toList();
    }

    private String title(BotCommand command) {
        return command.title().getOrDefault(portal.language,
                command.title().values().stream().findFirst().orElse(""));
    }

    private MessageView view(Message message) {
        return new MessageView(
                message.id, message.date, message.authorId(), message.text(), message.texts.size() > 1, message.deleted,
                message.repliedTo().orElse(null), message.forward != null, message.part("KEYBOARD"), message.part("MENU"),
                message.part("ATTACH"), message.part("FILE_ID").stream().map(this::file).toList(),
                Map.copyOf(message.reactions), message.viewers().size());
    }

    private FileView file(Object id) {
        return portal.disk.find(Php.integer(id))
                .map(file -> new FileView(file.id(), file.name(), file.contentType(), file.size()))
                .orElseGet(() -> new FileView(Php.integer(id), "", "", 0));
    }
}
