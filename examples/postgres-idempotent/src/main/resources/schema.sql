create table if not exists events (
    event_id   bigint not null,
    event_date timestamptz,
    type       text,
    chat_id    bigint,
    event      jsonb not null
)
