package io.github.camelbitrix24.im.inquiry;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.PortalTime;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;

/**
 * What the portal said to one question.
 *
 * @param result  nothing if it refused
 * @param time    the portal's account of it
 * @param refusal {@code null} if it did not refuse
 * @param before  when it was asked, by the clock of this machine
 * @param after   when that was answered
 */
record Reply(JsonNode result, PortalTime time, RestException refusal, Instant before, Instant after) {

    static Reply refused(RestException refusal, Instant before, Instant after) {
        return new Reply(MissingNode.getInstance(), PortalTime.UNKNOWN, refusal, before, after);
    }

    boolean isGiven() {
        return refusal == null;
    }

    /** Whether it came from the portal's REST server, so that the way there is good. */
    boolean isOfPortal() {
        return isGiven() || refusal.code() != null && !isOfAuthorisation();
    }

    /** Whether the portal was not asked, since there were no tokens to ask it with. */
    boolean isOfAuthorisation() {
        return !isGiven() && TokenRequest.NAME.equals(refusal.method());
    }

    boolean isRefusedWith(String... codes) {
        return !isGiven() && refusal.hasCode(List.of(codes));
    }

    boolean isOf(FailureKind kind) {
        return !isGiven() && refusal.kind() == kind;
    }

    /** Whether the portal has no such method; the second code is that of a controller without this action. */
    boolean isWithoutMethod() {
        return isRefusedWith("ERROR_METHOD_NOT_FOUND", "22002");
    }

    /** Whether credentials, plan or pace are to blame, about which other rows tell. */
    boolean isOfCaller() {
        return isOf(FailureKind.NOT_AUTHORISED) || isOf(FailureKind.NOT_PERMITTED) || isOf(FailureKind.THROTTLED)
                || isOf(FailureKind.BLOCKED);
    }
}
