package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.check.CheckReport;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * The developer console {@code bitrix24-im-check}: what keeps events from arriving. It asks the portals when it is
 * looked at, at most once a minute, and changes nothing there. The option {@code dialogId} names a chat in which
 * nothing is heard.
 */
@DevConsole(name = "bitrix24-im-check", displayName = "Bitrix24 IM check",
            description = "What keeps Bitrix24 events from arriving, and what to do")
public class Bitrix24ImCheckConsole extends AbstractDevConsole {

    private static final String DIALOG_ID = "dialogId";
    private static final Duration LATELY = Duration.ofMinutes(1);

    public Bitrix24ImCheckConsole() {
        super("camel", "bitrix24-im-check", "Bitrix24 IM check", "What keeps Bitrix24 events from arriving, and what to do");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return reports(options).stream().map(CheckReport::toString).collect(Collectors.joining("\n\n"));
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        json.put("reports", new ArrayList<>(reports(options).stream().map(CheckReport::toMap).map(JsonObject::new).toList()));
        return json;
    }

    /** One for each user and bot. */
    private List<CheckReport> reports(Map<String, Object> options) {
        Object dialogId = options.get(DIALOG_ID);
        Map<String, Bitrix24ImEndpoint> readers = new LinkedHashMap<>();
        Surroundings.endpoints(getCamelContext())
                .forEach(endpoint -> readers.putIfAbsent(String.valueOf(Surroundings.key(endpoint)), endpoint));
        return readers.values().stream()
                .map(endpoint -> endpoint.getComponent().checks().recent(
                        endpoint, dialogId == null ? null : dialogId.toString(), LATELY))
                .toList();
    }
}
