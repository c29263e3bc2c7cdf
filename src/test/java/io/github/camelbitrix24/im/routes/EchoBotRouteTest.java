package io.github.camelbitrix24.im.routes;

import java.util.List;

import io.github.camelbitrix24.im.testkit.SentMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class EchoBotRouteTest extends ShippedRoutes {

    @BeforeEach
    void listen() {
        reader.subscribed();
    }

    @Test
    void answersEachPingOnceInItsOwnDialog() {
        portal.user(12).says("chat5", "ping");
        portal.user(12).says("7", " PING\n");
        portal.user(12).says("chat5", "Ping");

        assertEquals(List.of("chat5 pong", "12 pong", "chat5 pong"), answers());
    }

    @Test
    void answersNothingElse() {
        portal.user(12).says("chat5", "ping pong");
        portal.user(12).says("chat5", "shipping");
        long message = portal.user(12).says("chat5", "pin");
        portal.user(12).edits(message, "ping");
        portal.user(12).reacts(message, "like");
        portal.user(12).deletes(message);
        portal.user(12).invites("chat5", 13);
        portal.chat("chat5").announces("ping");

        assertEquals(List.of(), answers());
    }

    @Test
    void neverAnswersTheUserOfItsOwnCredentials() {
        reader.says("chat5", "ping");
        reader.says("12", "ping");

        assertEquals(List.of(), answers());
    }

    @Test
    void answersNobodyButPeopleOfTheCompany() {
        portal.user(51).bot().says("7", "ping");
        portal.chat("chat8").openLine("telegrambot", portal.user(233).customer().id()).members(7, 233);
        portal.user(233).says("chat8", "ping");

        assertEquals(List.of(), answers());
    }

    private List<String> answers() {
        start("events", "log", "echo-bot", "archive");
        awaitAllAcknowledged();
        stop();
        return portal.sent().stream().map(EchoBotRouteTest::line).toList();
    }

    private static String line(SentMessage message) {
        return message.dialogId() + " " + message.text();
    }
}
