package io.github.camelbitrix24.im.demo;

import java.util.Map;

/**
 * The portal of an incoming webhook.
 */
final class RealPortal implements Portal {

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "camel.component.bitrix24-im.portal-url", "{{env:BITRIX24_PORTAL_URL}}",
                "camel.component.bitrix24-im.user-id", "{{env:BITRIX24_USER_ID}}",
                "camel.component.bitrix24-im.secret", "{{env:BITRIX24_SECRET}}");
    }

    @Override
    public String greeting() {
        return "Receiving the messenger events of the webhook's user. Say ping to that user, or in a chat where they are a"
               + " member. Ctrl-C stops.";
    }

    @Override
    public String close() {
        return "stopped: what was received is acknowledged, what comes now waits at the portal for 24 hours";
    }
}
