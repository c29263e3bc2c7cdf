package io.github.camelbitrix24.im.bench.server;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Writes events as the portal does: with all its keys, {@code []} for what is empty, escaped slashes and quotes, and
 * letters of every script as they are.
 */
final class EventText {

    private static final String[] LATIN = """
            the contract is signed please look at page three before we meet tomorrow \
            invoice delivery budget thanks yes no maybe friday call customer offer draft ready""".split(" ");
    private static final String[] CYRILLIC = """
            договор подписан посмотрите пожалуйста страницу три до встречи завтра счёт \
            доставка бюджет спасибо да нет может пятница звонок клиент предложение готово""".split(" ");
    private static final String[] EXTRAS = {
            " [URL]https:\\/\\/docs.example\\/17[\\/URL]", " [USER=7]Ilse Brandt[\\/USER]", "\\n- \\u0022ok\\u0022", " \uD83D\uDCCE" };
    private static final String[] PEOPLE = {
            "Marco Silva", "Ольга Смирнова", "Ilse Brandt", "Пётр Иванов", "Ana Souza", "Дмитрий Орлов", "Jan Nowak" };

    private final Random random;
    private final StringBuilder out = new StringBuilder(4096);

    EventText(Random random) {
        this.random = random;
    }

    String write(long id, int chat, int author, OffsetDateTime when) {
        out.setLength(0);
        String date = when.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        out.append("{\"eventId\":").append(id).append(",\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"").append(date)
                .append("\",\"data\":{\"message\":");
        message(id, chat, author, date);
        out.append(",\"chat\":");
        chat(chat);
        out.append(",\"user\":");
        user(author);
        return out.append(",\"language\":\"ru\"}}").toString();
    }

    private void message(long id, int chat, int author, String date) {
        out.append("{\"id\":").append(70000 + id).append(",\"chatId\":").append(chat).append(",\"chat_id\":").append(chat)
                .append(",\"authorId\":").append(author).append(",\"author_id\":").append(author).append(",\"date\":\"")
                .append(date).append("\",\"text\":\"");
        text();
        out.append("\",\"isSystem\":false,\"uuid\":");
        if (random.nextBoolean()) {
            out.append("null");
        } else {
            out.append(String.format("\"%08x-7c1d-4a55-9f0e-%012x\"", random.nextInt(), random.nextLong() >>> 16));
        }
        out.append(",\"forward\":null,\"params\":").append(random.nextInt(8) == 0
                ? "{\"FILE_ID\":[\"4411\"],\"REPLY_ID\":\"77093\"}" : "[]").append(",\"viewedByOthers\":false}");
    }

    private void text() {
        String[] words = random.nextInt(10) < 4 ? CYRILLIC : LATIN;
        int length = 2 + (int) Math.min(60, -Math.log(1 - random.nextDouble()) * 10);
        for (int i = 0; i < length; i++) {
            out.append(i == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
        }
        if (random.nextInt(6) == 0) {
            out.append(EXTRAS[random.nextInt(EXTRAS.length)]);
        }
    }

    private void chat(int chat) {
        boolean direct = chat % 3 == 0;
        out.append("{\"avatar\":\"\",\"color\":\"#ab7761\",\"description\":\"\",\"dialogId\":\"")
                .append(direct ? "" : "chat").append(direct ? chat % 40 + 10 : chat)
                .append("\",\"diskFolderId\":").append(direct ? "null" : Integer.toString(chat + 500))
                .append(",\"entityData1\":\"\",\"entityData2\":\"\",\"entityData3\":\"\",\"entityId\":\"\",\"entityType\":\"\"")
                .append(",\"extranet\":false,\"containsCollaber\":false,\"id\":").append(chat)
                .append(",\"parentChatId\":0,\"parentMessageId\":0,\"name\":")
                .append(direct ? "null" : chat % 2 == 0 ? "\"Legal desk " + chat + "\"" : "\"Отдел продаж " + chat + "\"")
                .append(",\"owner\":7,\"messageType\":\"").append(direct ? 'P' : 'C').append("\",\"type\":\"")
                .append(direct ? "private" : "chat")
                .append("\",\"entityLink\":{\"type\":\"\",\"url\":\"\",\"id\":\"\"},\"permissions\":{\"manageUsersAdd\":\"member\",")
                .append("\"manageUsersDelete\":\"manager\",\"manageUi\":\"member\",\"manageSettings\":\"owner\",")
                .append("\"manageMessages\":\"member\",\"manageMessagesAutoDelete\":\"manager\",\"canPost\":\"member\"},")
                .append("\"isNew\":false,\"textFieldEnabled\":true,\"backgroundId\":null}");
    }

    private void user(int id) {
        String name = PEOPLE[id % PEOPLE.length];
        int space = name.indexOf(' ');
        out.append("{\"id\":").append(id).append(",\"active\":true,\"name\":\"").append(name).append("\",\"firstName\":\"")
                .append(name, 0, space).append("\",\"lastName\":\"").append(name, space + 1, name.length())
                .append("\",\"workPosition\":\"Paralegal\",\"color\":\"#df532d\",\"avatar\":\"")
                .append(id % 2 == 0 ? "https:\\/\\/acme.example\\/upload\\/main\\/a1\\/" + id + ".png" : "")
                .append("\",\"gender\":\"M\",\"birthday\":\"14-05\",\"extranet\":false,\"bot\":false,\"connector\":false,")
                .append("\"externalAuthId\":\"default\",\"status\":\"online\",\"idle\":false,\"lastActivityDate\":false,")
                .append("\"mobileLastDate\":false,\"desktopLastDate\":false,\"absent\":false,\"departments\":[1,14],")
                .append("\"phones\":{\"personal_mobile\":\"+49 30 555").append(id).append("\",\"inner_phone\":\"")
                .append(100 + id).append("\"},\"type\":\"user\",\"website\":\"\",\"email\":\"user").append(id)
                .append("@acme.example\"}");
    }
}
