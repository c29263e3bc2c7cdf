package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.http.Answer;

/** What the portal serves besides the REST server that matters here. */
final class OtherPages {

    private static final String HTML = "text/html; charset=UTF-8";

    private OtherPages() {
    }

    /** REST 3.0 is another server, with another shape of errors; the messenger's methods are not there. */
    static Outcome restThree() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION");
        error.put("message", "Method not found");
        return Outcome.of(RestAnswers.json(404, Map.of("error", error)));
    }

    static Outcome page(String path) {
        return Outcome.of(switch (path) {
            case "/bitrix/coupon_activation.php" -> Answer.of(200, HTML, "<html><h1>Your licence has expired</h1></html>");
            default -> Answer.of(404, HTML, "<html><h1>404 Not Found</h1></html>");
        });
    }
}
