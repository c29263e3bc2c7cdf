package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks what somebody has read in a chat. */
record Reading(PortalState portal) {

    /**
     * @param  messageId up to which; {@code Long.MAX_VALUE}: all
     * @return           chat, last read message, how many are unread, and which were not read before
     */
    Map<String, Object> read(EmulatedUser reader, EmulatedChat chat, long messageId) {
        long before = chat.readMarks.getOrDefault(reader.id, 0L);
        long last = chat.readTo(reader.id, messageId);
        portal.footprints.add(new ReadMark(reader.id, chat.id, last, portal.clock.now()));
        List<Long> viewed = portal.messenger.messagesOf(chat).filter(message -> message.authorId() != reader.id)
                .map(message -> message.id).filter(id -> id > before && id <= last).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("chatId", chat.id);
        result.put("lastId", last);
        result.put("counter", chat.unread(reader.id));
        result.put("viewedMessages", viewed);
        return result;
    }
}
