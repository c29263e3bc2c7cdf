package com.example.kafka;

/**
 * What a record of the topic says.
 *
 * @param chat the record's key; {@code null} for an event without a chat
 */
record WrittenEvent(int partition, String chat, long id) {
}
