insert into events (event_id, event_date, type, chat_id, event)
values (:#CamelBitrix24ImEventId, :#CamelBitrix24ImEventDate, :#CamelBitrix24ImEventType, :#CamelBitrix24ImChatId,
        cast(:#${body} as jsonb))
