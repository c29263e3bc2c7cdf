package io.github.camelbitrix24.im.testkit.control;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.QueryString;
import io.github.camelbitrix24.im.testkit.http.Reply;
import io.github.camelbitrix24.im.testkit.http.Request;

/**
 * Answers at the portal's address what is not the portal: the page at {@code /}, and what it does, as JSON under
 * {@code /control/}. No fault, outage or limit of the portal befalls it, and it is not among the portal's calls.
 */
public final class Control implements AutoCloseable {

    private static final String ROOT = "/control";
    private static final String PAGE = "page/";

    private final Json json;
    private final Calls calls = new Calls();
    private final Happenings happenings;

    public Control(PortalEmulator portal) {
        this.json = new Json(portal.view());
        this.happenings = new Happenings(portal);
        new Talking(portal).addTo(calls);
        happenings.addTo(calls);
        new Casting(portal).addTo(calls);
        new Looking(portal, happenings).addTo(calls);
        new Disturbing(portal, happenings).addTo(calls);
    }

    /** Empty if the request is for the portal. */
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (!path.equals("/") && !path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(reply(request, path));
        } catch (Refusal e) {
            return Optional.of(refused(e.status(), e));
        } catch (IllegalArgumentException e) {
            return Optional.of(refused(400, e));
        } catch (NoSuchElementException e) {
            return Optional.of(refused(404, e));
        }
    }

    private Reply reply(Request request, String path) {
        Guard.checkHost(request);
        if (path.equals("/")) {
            return file("index.html");
        }
        Guard.checkOrigin(request);
        String name = path.equals(ROOT) ? "" : path.substring(ROOT.length() + 1);
        if (request.method().equals("POST")) {
            Guard.checkHeader(request);
            return reply(calls.find("POST", name).make(name.equals("upload") ? file(request) : Json.arguments(request)));
        }
        if (!request.method().equals("GET")) {
            throw new Refusal(405, "Control calls are GET or POST");
        }
        if (name.startsWith(PAGE)) {
            return file(name.substring(PAGE.length()));
        }
        return reply(name.isEmpty() ? calls.all() : calls.find("GET", name).make(Arguments.of(query(request))));
    }

    private Reply reply(Object value) {
        return value instanceof Reply reply ? reply : new Reply.Whole(json.answer(200, value));
    }

    /** Ends what goes on. */
    @Override
    public void close() {
        happenings.close();
    }

    private static Map<String, Object> query(Request request) {
        return QueryString.parse(request.query());
    }

    /** Its fields are in the query, since the body is the file. */
    private static Arguments file(Request request) {
        return new Arguments(query(request), request.body().bytes());
    }

    private static Reply file(String name) {
        return new Reply.Whole(
                PageFiles.find(name).orElseThrow(() -> new Refusal(404, "The page has no such file")));
    }

    private Reply refused(int status, RuntimeException e) {
        Answer answer = json.answer(status, Map.of("error", String.valueOf(e.getMessage())));
        return new Reply.Whole(answer);
    }
}
