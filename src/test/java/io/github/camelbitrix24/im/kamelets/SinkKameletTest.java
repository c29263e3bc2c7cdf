package io.github.camelbitrix24.im.kamelets;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.canary.CanaryExtension;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag(CanaryExtension.SECRETS_IN_URIS)
class SinkKameletTest extends KameletTest {

    private static final String DIALOG = Bitrix24ImConstants.DIALOG_ID;

    @Test
    void postsToTheDialogOfThePropertyAndAnswersWithTheMessagesId() {
        configureComponent();
        camel.start();

        Object id = request("kamelet:bitrix24-im-sink?dialogId=chat5", "hello", "unrelated", "header");

        SentMessage sent = portal.sent().get(0);
        assertEquals("chat5 hello", sent.dialogId() + " " + sent.text());
        assertEquals(sent.id(), id);
    }

    @Test
    void thePropertyTakesPrecedenceAndTheHeaderAppliesWithoutIt() {
        portal.chat("chat6").members(7, 12);
        configureComponent();
        camel.start();

        request("kamelet:bitrix24-im-sink?dialogId=chat5", "first", DIALOG, "chat6");
        request("kamelet:bitrix24-im-sink", "second", DIALOG, "chat6");

        assertEquals("[chat5, chat6]", portal.sent().stream().map(SentMessage::dialogId).toList().toString());
    }

    @Test
    void credentialsMayBeProperties() {
        camel.start();

        request("kamelet:bitrix24-im-sink?dialogId=chat5&" + credentials(), "hello", "unrelated", "header");

        assertEquals(7, portal.sent().get(0).userId());
    }

    @Test
    void credentialsMayBeABeanOfTheComponentOrOfTheKamelet() {
        configureComponent();
        camel.bind("other", new WebhookCredentials(portal.user(12).webhook()));
        camel.start();

        request("kamelet:bitrix24-im-sink?dialogId=chat5", "first", "unrelated", "header");
        request("kamelet:bitrix24-im-sink?dialogId=chat5&credentials=#bean:other", "second", "unrelated", "header");

        assertEquals(List.of(7L, 12L), portal.sent().stream().map(SentMessage::userId).toList());
    }

    @Test
    void aPropertyIsAlsoFoundAmongTheApplicationsUnderTheKameletsNameOrItsOwn() {
        configureComponent();
        camel.addInitialProperty("dialogId", "chat5");
        camel.start();
        request("kamelet:bitrix24-im-sink", "first", "unrelated", "header");

        portal.chat("chat6").members(7, 12);
        camel.getCamelContext().getPropertiesComponent()
                .addOverrideProperty("camel.kamelet.bitrix24-im-sink.dialogId", "chat6");
        request("kamelet:bitrix24-im-sink/second", "second", "unrelated", "header");

        assertEquals(List.of("chat5", "chat6"), portal.sent().stream().map(SentMessage::dialogId).toList());
    }

    @Test
    void withoutADialogTheMessageFailsAndTheErrorSaysWhatToSet() {
        configureComponent();
        camel.start();

        Exception failure = assertThrows(CamelExecutionException.class,
                () -> request("kamelet:bitrix24-im-sink", "hello", "unrelated", "header"));

        assertTrue(failure.getCause().getMessage().contains("dialogId"), failure.getCause().getMessage());
        assertEquals(0, portal.sent().size());
    }
}
