package com.example.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning to its end, as an application that knows nothing of Camel would.
 */
final class Topic {

    private final ObjectMapper json = new ObjectMapper();
    private final String brokers;
    private final String name;

    Topic(String brokers, String name) {
        this.brokers = brokers;
        this.name = name;
    }

    /** All records; those of one partition in their order. */
    List<WrittenEvent> read() throws IOException {
        List<WrittenEvent> events = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> written : consumer.poll(Duration.ofSeconds(1))) {
                    long id = json.readTree(written.value()).path("eventId").longValue();
                    events.add(new WrittenEvent(written.partition(), written.key(), id));
                }
            }
        }
        return events;
    }
}
