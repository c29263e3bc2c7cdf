package io.github.camelbitrix24.im.auth;

import java.util.List;

import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class OAuthDownloadTest extends OAuthRouteTest {

    /** The link holds the access token, and lives as long. */
    @Test
    void aTokenThatEndsBetweenLinkAndFileIsRefreshed() throws Exception {
        context.start();
        byte[] bytes = { 1, 2, 3 };
        String id = portal.message(portal.user(12).sends("chat5", FileDraft.of("a.txt", bytes))).files().get(0);
        portal.fail("download", Fault.error("expired_token"));

        assertArrayEquals(bytes, template.requestBody("bitrix24-im:download", id, byte[].class));
        application.expireAccessTokens();
        assertArrayEquals(bytes, template.requestBody("bitrix24-im:download", id, byte[].class));
        assertEquals(List.of("im.v2.File.download", "download", "im.v2.File.download", "download", "im.v2.File.download",
                "im.v2.File.download", "download"),
                portal.calls().stream().map(RecordedCall::method)
                        .filter(method -> method.endsWith("ownload")).toList());
    }
}
