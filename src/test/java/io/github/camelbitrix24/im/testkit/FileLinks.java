package io.github.camelbitrix24.im.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.Behaviour.FileLink;

/**
 * Links by which bytes go up and down. Each holds what opens the door for whoever asked for it: the secret of the
 * webhook, or the access token.
 */
final class FileLinks {

    static final String REFUSED = "Access denied! Link check failed";
    private static final String DOWNLOAD = "download";
    private static final String UPLOAD = "upload";

    /**
     * What is behind a link.
     *
     * @param id of the file, or of the folder
     */
    record Link(boolean upload, long id, boolean uniqueName, Instant given) {
    }

    Duration lifetime = Duration.ofHours(1);
    private final PortalState portal;
    private final Map<String, Link> links = new HashMap<>();
    private long given;

    FileLinks(PortalState portal) {
        this.portal = portal;
    }

    static boolean isOne(RestMethod method) {
        return method.name().equals(DOWNLOAD) || method.name().equals(UPLOAD);
    }

    /** What a link leads to, if the request came by one. */
    static Optional<RestMethod> method(Incoming incoming) {
        RestMethod method = RestMethod.legacy(incoming.method(), Set.of(), call -> null);
        return isOne(method) ? Optional.of(method) : Optional.empty();
    }

    String toDownload(Caller caller, StoredFile file) {
        return address(caller, DOWNLOAD, true, new Link(false, file.id(), false, portal.clock.now()));
    }

    /** As {@code disk.*} writes it: an application has to put its access token there itself. */
    String toDownloadByDisk(Caller caller, StoredFile file) {
        return address(caller, DOWNLOAD, false, new Link(false, file.id(), false, portal.clock.now()));
    }

    String toUpload(Caller caller, long folderId, boolean uniqueName) {
        return address(caller, UPLOAD, true, new Link(true, folderId, uniqueName, portal.clock.now()));
    }

    private String address(Caller caller, String what, boolean withToken, Link link) {
        String token = "disk|" + Directory.secret(31L * portal.url().hashCode() + ++given) + "=";
        links.put(token, link);
        String query = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return caller.webhook()
                ? portal.address() + "/rest/" + caller.key() + "/" + what + "/?" + query
                : portal.address() + "/rest/" + what + ".json?" + (withToken ? "auth=" + caller.key() + "&" : "") + query;
    }

    /** @throws RestFailure if there is no such link, or it is no longer good */
    Link opened(String token, boolean upload) {
        Link link = links.get(token);
        if (link == null || link.upload() != upload || !portal.clock.now().isBefore(link.given().plus(lifetime))) {
            throw RestFailure.of("ACCESS_DENIED", REFUSED, 403);
        }
        if (portal.behaviours.is(FileLink.ONE_TIME)) {
            links.remove(token);
        }
        return link;
    }

    void expire() {
        links.clear();
    }
}
