package io.github.camelbitrix24.im.testkit.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalView;
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

    private final PortalView view;
    private final Json json;
    private final Calls calls = new Calls();
    private final Happenings happenings;
    private final Talking talking;
    private final Downloads downloads;

    public Control(PortalEmulator portal) {
        this.view = portal.view();
        this.json = new Json(view);
        this.happenings = new Happenings(portal);
        this.talking = new Talking(portal);
        this.downloads = new Downloads(portal);
        talking.addTo(calls);
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
            return whole(name.equals("upload")
                    ? talking.upload(query(request), request.body().bytes())
                    : calls.find("POST", name).apply(Json.arguments(request)));
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw new Refusal(405, "Control calls are GET or POST");
        }
        return name.startsWith(PAGE) ? file(name.substring(PAGE.length())) : looked(request, name);
    }

    private Reply looked(Request request, String name) {
        return switch (name) {
            case "" -> whole(calls.names(List.of("changes", "file"), List.of("upload")));
            case "changes" -> ChangeStream.of(view);
            case "file" -> new Reply.Whole(downloads.answer(query(request)));
            default -> whole(calls.find("GET", name).apply(query(request)));
        };
    }

    /** Ends what goes on. */
    @Override
    public void close() {
        happenings.close();
    }

    private static Arguments query(Request request) {
        return new Arguments(new LinkedHashMap<>(QueryString.parse(request.query())));
    }

    private static Reply file(String name) {
        return new Reply.Whole(
                PageFiles.find(name).orElseThrow(() -> new Refusal(404, "The page has no such file")));
    }

    private Reply whole(Object value) {
        return new Reply.Whole(json.answer(200, value));
    }

    private Reply refused(int status, RuntimeException e) {
        Answer answer = json.answer(status, Map.of("error", String.valueOf(e.getMessage())));
        return new Reply.Whole(answer);
    }
}
