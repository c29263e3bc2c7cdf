package io.github.camelbitrix24.im.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Content;
import io.github.camelbitrix24.im.testkit.http.UploadedPart;

/** What happens at the end of a link: a file is served, or taken. */
record FileTransfers(PortalState portal) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,10})-(\\d{0,10})");

    Answer answer(Incoming incoming, Caller caller) {
        boolean upload = incoming.method().equals("upload");
        FileLinks.Link link = portal.disk.links.opened(String.valueOf(incoming.params().get("token")), upload);
        return upload ? taken(incoming, caller, link) : served(incoming, link);
    }

    private Answer served(Incoming incoming, FileLinks.Link link) {
        StoredFile file = portal.disk.find(link.id())
                .orElseThrow(() -> RestFailure.of("ERROR_NOT_FOUND", "Could not find entity with id `" + link.id() + "`", 400));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", file.contentType());
        headers.put("Content-Disposition", "attachment; filename=\"" + file.name().replaceAll("[^ -~]|[\"\\\\]", "_")
                                           + "\"; filename*=utf-8''" + encoded(file.name()));
        headers.put("Accept-Ranges", "bytes");
        headers.put("X-Content-Type-Options", "nosniff");
        Matcher range = RANGE.matcher(incoming.request().header("range"));
        boolean wanted = range.matches() && !(range.group(1) + range.group(2)).isEmpty();
        return wanted ? part(file, range, headers) : new Answer(200, headers, file.content);
    }

    private static Answer part(StoredFile file, Matcher range, Map<String, String> headers) {
        long size = file.size();
        boolean suffix = range.group(1).isEmpty();
        long from = suffix ? Math.max(0, size - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long to = suffix || range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (from > to) {
            headers.put("Content-Range", "bytes */" + size);
            return new Answer(416, headers, Content.of(new byte[0]));
        }
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + size);
        return new Answer(206, headers, file.content.part(from, to - from + 1));
    }

    private Answer taken(Incoming incoming, Caller caller, FileLinks.Link link) {
        if (!(incoming.params().get("file") instanceof UploadedPart part)) {
            throw RestFailure.of("ERROR_COULD_NOT_SAVE_FILE");
        }
        StoredFile file = new FolderUpload(portal).store(caller.user(), link.id(), part.fileName(), link.uniqueName(),
                part.content());
        return RestAnswers.json(200, Map.of("result", new FileFields(portal).ofDisk(caller, file)));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
