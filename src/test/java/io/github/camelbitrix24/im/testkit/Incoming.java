package io.github.camelbitrix24.im.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.http.Parameters;
import io.github.camelbitrix24.im.testkit.http.Request;

/** A request to the portal, taken apart: which door it came to, with what credential in its path, for which method. */
record Incoming(Door door, String method, String userId, String secret, Map<String, Object> params, Request request) {

    enum Door {
        WEBHOOK,
        APPLICATION,
        REST_3,
        TOKEN,
        PAGE
    }

    static final String TOKEN_METHOD = "oauth/token";

    static Incoming of(Request request) {
        Map<String, Object> params = Parameters.of(request);
        List<String> path
                = Stream.of(request.path().split("/")).filter(part -> !part.isEmpty()).map(Incoming::decoded).toList();
        if (path.equals(List.of("oauth", "token"))) {
            return new Incoming(Door.TOKEN, TOKEN_METHOD, "", "", params, request);
        }
        if (path.isEmpty() || !path.get(0).equals("rest")) {
            return new Incoming(Door.PAGE, request.path(), "", "", params, request);
        }
        if (path.size() > 1 && path.get(1).equals("api")) {
            return new Incoming(Door.REST_3, request.path(), "", "", params, request);
        }
        String method = path.size() == 1 ? "" : withoutTransport(path.get(path.size() - 1));
        return path.size() == 4
                ? new Incoming(Door.WEBHOOK, method, path.get(1), path.get(2), params, request)
                : new Incoming(Door.APPLICATION, path.size() > 2 ? "" : method, "", "", params, request);
    }

    String maskedPath() {
        return door == Door.WEBHOOK
                ? request.path().replaceFirst("^/+rest/+([^/]+)/+[^/]+/", "/rest/$1/****/")
                : request.path();
    }

    boolean isForm() {
        return request.method().equals("POST") && !request.header("content-type").contains("json");
    }

    long claimedUserId() {
        return userId.matches("[0-9]{1,18}") ? Long.parseLong(userId) : 0;
    }

    private static String withoutTransport(String method) {
        return method.replaceFirst("\\.(json|xml)$", "");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
