package io.github.camelbitrix24.im.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * The portal of an incoming webhook, with a bot that is registered there when it is missing.
 */
final class RealBotPortal implements Portal {

    private final RealPortal webhook = new RealPortal();

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(webhook.properties());
        properties.put("camel.component.bitrix24-im.bot", BotPortal.CODE);
        properties.put("camel.component.bitrix24-im.token", "{{env:BITRIX24_BOT_TOKEN}}");
        properties.put("camel.component.bitrix24-im.bot-name", BotPortal.NAME);
        return properties;
    }

    @Override
    public String greeting() {
        return "Receiving what is said to the bot \"" + BotPortal.NAME + "\", which is registered when it is missing; the"
               + " webhook needs the scopes im and imbot. Find the bot in the messenger, and say /room 4 to it. Ctrl-C stops.";
    }

    @Override
    public String close() {
        return webhook.close() + "; the bot stays registered";
    }
}
