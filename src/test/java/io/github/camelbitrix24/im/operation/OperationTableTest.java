package io.github.camelbitrix24.im.operation;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImOperation;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.rest.FileContent;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OperationTableTest extends ConversationTest {

    private static final UserActor USER = new UserActor(null);
    private static final Content TEXT = new Content("x", null, null);
    private static final OutgoingFile FILE = new OutgoingFile("x", new FileContent(0, InputStream::nullInputStream));
    private static final Section LAST = new Section(null, null, 1);
    private static final Map<OperationTable, List<List<RestCall>>> AS_USER = Map.ofEntries(
            Map.entry(OperationTable.send,
                    List.of(USER.post(new Post("5", TEXT, 1L, "t")), USER.post(new Post("5", TEXT, null, "t")))),
            Map.entry(OperationTable.stream,
                    List.of(USER.post(new Post("5", TEXT, 1L, "t")), USER.post(new Post("5", TEXT, null, "t")),
                            USER.edit(1, TEXT))),
            Map.entry(OperationTable.edit, List.of(USER.edit(1, TEXT))),
            Map.entry(OperationTable.delete, List.of(USER.delete(1))),
            Map.entry(OperationTable.react, List.of(USER.react(1, "like"), USER.takeBack(1, "like"))),
            Map.entry(OperationTable.typing, List.of(USER.typing("5", null), USER.typing("5", "writing"))),
            Map.entry(OperationTable.upload,
                    List.of(List.of(DiskCalls.folder("5"), DiskCalls.upload(1, FILE), DiskCalls.commit(
                            new FilePost("5", List.of(FILE), null, "t"), List.of(1L)), USER.upload("5", FILE, null)))),
            Map.entry(OperationTable.read, List.of(USER.read("5", 1))),
            Map.entry(OperationTable.history, List.of(USER.history("5", LAST))),
            Map.entry(OperationTable.download, List.of(USER.download(1, "5"))),
            Map.entry(OperationTable.PEOPLE, List.of(USER.people("a@b.c"))));

    private static final BotActor BOT = new BotActor(new Bot(null), null);
    private static final Map<OperationTable, List<List<RestCall>>> AS_BOT = Map.of(
            OperationTable.send, List.of(BOT.post(new Post("5", TEXT, 1L, "t"))),
            OperationTable.stream, List.of(BOT.post(new Post("5", TEXT, 1L, "t")), BOT.edit(1, TEXT)),
            OperationTable.edit, List.of(BOT.edit(1, TEXT)),
            OperationTable.delete, List.of(BOT.delete(1)),
            OperationTable.react, List.of(BOT.react(1, "like"), BOT.takeBack(1, "like")),
            OperationTable.typing, List.of(BOT.typing("5", null), BOT.typing("5", "writing")),
            OperationTable.upload, List.of(List.of(BOT.upload("5", FILE, null))),
            OperationTable.read, List.of(BOT.read("5", 1)),
            OperationTable.download, List.of(BOT.download(1, "5")));

    @Test
    void everyOperationOfRoutesHasARow() {
        assertEquals(Arrays.stream(Bitrix24ImOperation.values()).map(Enum::name).toList(),
                Arrays.stream(OperationTable.values()).filter(row -> row != OperationTable.PEOPLE).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "subscribe", "unsubscribe", "events", "call", "check" })
    void aRowNamesTheMethodsThatAreCalled(OperationTable row) {
        assertEquals(methods(AS_USER.get(row)), Set.copyOf(row.methods()));
        if (AS_BOT.containsKey(row)) {
            assertEquals(methods(AS_BOT.get(row)), Set.copyOf(row.methodsOfBots()));
        }
    }

    private static Set<String> methods(List<List<RestCall>> calls) {
        return calls.stream().flatMap(List::stream).map(RestCall::method).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(value = Bitrix24ImOperation.class, mode = EnumSource.Mode.EXCLUDE, names = { "call", "check", "typing" })
    void aMissingScopeIsNamed(Bitrix24ImOperation operation) {
        portal.fail("*", Fault.error("insufficient_scope"), 3);
        String why = why("bitrix24-im:" + operation, "x", Map.of(
                DIALOG, "chat5", SENT, 1, MESSAGE, 1, "CamelFileName", "x", Bitrix24ImConstants.FILE_ID, 1));

        assertTrue(why.contains("Give the webhook or application the scope 'im'."), why);
    }

    @ParameterizedTest
    @EnumSource(value = Bitrix24ImOperation.class, names = { "send", "edit", "delete", "read", "history" })
    void aMissingMethodIsNotBlamedOnTheEventQueue(Bitrix24ImOperation operation) {
        portal.fail("*", Fault.error("ERROR_METHOD_NOT_FOUND"), 3);
        String why = why("bitrix24-im:" + operation, "x", Map.of(
                DIALOG, "chat5", SENT, 1, MESSAGE, 1, "CamelFileName", "x", Bitrix24ImConstants.FILE_ID, 1));

        assertTrue(why.contains("'im'") && !why.contains("im.v2.Event"), why);
    }
}
