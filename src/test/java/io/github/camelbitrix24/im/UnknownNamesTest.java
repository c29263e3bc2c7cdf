package io.github.camelbitrix24.im;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Options that do not exist are refused; types of events that this version does not know are only pointed out. */
class UnknownNamesTest extends StartTest {

    @ParameterizedTest
    @ValueSource(strings = { "limits=5", "webhookUrl=https://acme.example", "eventType=x", "secrets=x" })
    void anUnknownOptionIsRefusedByItsName(String option) {
        String name = option.substring(0, option.indexOf('='));

        String from = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + option);
        assertTrue(from.contains("Unknown parameters=[{" + name), from);
        String to = whyNotTo("bitrix24-im:send?dialogId=chat5&" + WEBHOOK + "&" + option);
        assertTrue(to.contains("Unknown parameters=[{" + name), to);
    }

    @Test
    void anUnknownTypeOfEventIsAllowedAndPointedOut() throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE + "&eventTypes=ONIMV2MESSAGEADD,ONIMV2MESAGEADD");

        List<ILoggingEvent> messages = log().ownMessages();
        assertEquals(1, messages.size(), log().lines().toString());
        assertEquals("WARN", messages.get(0).getLevel().toString());
        assertTrue(messages.get(0).getFormattedMessage().contains("Option eventTypes names [ONIMV2MESAGEADD]"));
        assertTrue(messages.get(0).getFormattedMessage().contains("ONIMV2JOINCHAT, ONIMV2MESSAGEADD, ONIMV2MESSAGEDELETE"));
    }

    @Test
    void knownTypesInAnyCaseAndWithBlanksArePassedWithoutAWord() throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE
                  + "&eventTypes=RAW( onimv2messageadd, ONIMV2MESSAGEUPDATE,ONIMV2MESSAGEDELETE,,ONIMV2REACTIONCHANGE,ONIMV2JOINCHAT,)");

        assertEquals(List.of(), log().ownMessages());
    }

    @Test
    void knownKindsInAnyCaseArePassedWithoutAWord() throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE
                  + "&eventTypes=RAW(messageAdd, MESSAGEUPDATE,messagedelete,reactionChange,join,command,context,onimbotv2joinchat)");

        assertEquals(List.of(), log().ownMessages());
    }
}
