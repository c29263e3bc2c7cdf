package io.github.camelbitrix24.im.testkit;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class E01RequestTest extends PortalTest {

    @ParameterizedTest
    @ValueSource(strings = { "profile", "profile/", "profile.json", "profile.json/" })
    void aMethodMayEndInATransportOrASlash(String method) throws Exception {
        assertEquals("7", result(ilse, method, "{}").get("ID").textValue());
    }

    @Test
    void getIsAsGoodAsPost() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(ilse.webhook() + SUBSCRIBE)));
        assertEquals(200, response.statusCode());
        assertEquals(true, portal.subscribed(7));
    }

    @Test
    void otherVerbsAreRefusedByControllers() throws Exception {
        assertError(400, "invalid_http_method", "Wrong method for current action",
                send(HttpRequest.newBuilder(URI.create(ilse.webhook() + GET)).PUT(BodyPublishers.ofString("{}"))));
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        HttpResponse<String> response
                = send(HttpRequest.newBuilder(URI.create(ilse.webhook() + "profile")).method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
        assertEquals(400, send(HttpRequest.newBuilder(URI.create(ilse.webhook() + GET)).method("HEAD",
                BodyPublishers.noBody())).statusCode());
        assertEquals(200, call(ilse, "profile", "{}").statusCode());
    }

    @Test
    void aTokenIsTakenForASignedLink() throws Exception {
        assertError(403, "ACCESS_DENIED", "Access denied! Link check failed", call(ilse, GET, "{\"token\":\"mine\"}"));
        assertError(403, "ACCESS_DENIED", "Access denied! Link check failed",
                send(request(ilse.webhook() + "profile?token=")));
        assertEquals(200, call(ilse, GET, "{\"token\":null}").statusCode());
    }

    @Test
    void theMethodIsLookedUpBeforeTheCredential() throws Exception {
        String wrong = ilse.webhook().replace(ilse.secret(), "wrong");
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", post(wrong + "nothing", "application/json", "{}"));
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials", post(wrong + GET, "application/json", "{}"));
    }

    @Test
    void theCredentialIsCheckedBeforeTheParameters() throws Exception {
        String wrong = ilse.webhook().replace(ilse.secret(), "wrong");
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials",
                post(wrong + GET, "application/json", "{\"offset\":null}"));
    }

    @Test
    void aLoginNameIsNoUserId() throws Exception {
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials",
                post(portal.url() + "/rest/ilse/" + ilse.secret() + "/profile", "application/json", "{}"));
    }

    @Test
    void withoutACredentialNobodyIsAuthorised() throws Exception {
        assertError(401, "NO_AUTH_FOUND", "Wrong authorization data",
                post(portal.url() + "/rest/" + GET, "application/json", "{}"));
    }

    @Test
    void aRevokedWebhookIsUnknown() throws Exception {
        ilse.webhookRevoked();
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials", call(ilse, "profile", "{}"));
    }

    @Test
    void someoneWhoLeftIsNotAuthorised() throws Exception {
        ilse.dismissed();
        assertError(401, "authorization_error", "Unable to authorize user", call(ilse, "profile", "{}"));
    }

    @Test
    void theScopeIsNeeded() throws Exception {
        ilse.scopes("crm");
        assertError(401, "insufficient_scope", "The request requires higher privileges than provided by the webhook token",
                call(ilse, GET, "{}"));
        assertEquals("[\"crm\"]", result(ilse, "scope", "{}").toString());
    }

    @Test
    void aTransferredWebhookReadsItsNewOwnersQueue() throws Exception {
        ilse.webhookActsAs(99);
        portal.record(99, "ONIMV2JOINCHAT", "{}");
        assertEquals(1, page("{}").get("events").size());
        assertEquals("99", result(ilse, "profile", "{}").get("ID").textValue());
    }

    @Test
    void theCallIsRecordedWithoutItsSecret() throws Exception {
        call(ilse, GET, "{\"offset\":5}");
        RecordedCall recorded = portal.calls(GET).get(0);
        assertEquals("POST /rest/7/****/im.v2.Event.get {offset=5} -> 200", recorded.toString());
        assertEquals(7, recorded.userId());
        assertEquals(5, recorded.param("offset"));
        assertEquals("application/json", recorded.headers().get("content-type"));
        call(ilse, "a/b", "{}");
        post(ilse.webhook().replace("/rest/", "/rest/api/"), "application/json", "{}");
        assertFalse(portal.describe().contains(ilse.secret()), portal.describe());
    }
}
