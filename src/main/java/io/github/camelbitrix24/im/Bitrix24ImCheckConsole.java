package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.check.CheckReport;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.StopWatch;
import org.apache.camel.util.json.JsonObject;

/**
 * The developer console {@code bitrix24-im-check}: what keeps events from arriving. It asks the portals when it is
 * looked at, at most once a minute, and changes nothing there. The option {@code dialogId} names a chat in which
 * nothing is heard. Of many users the first ten are asked about; the option {@code user} names another.
 */
@DevConsole(name = "bitrix24-im-check", displayName = "Bitrix24 IM check",
            description = "What keeps Bitrix24 events from arriving, and what to do")
public class Bitrix24ImCheckConsole extends AbstractDevConsole {

    private static final String DIALOG_ID = "dialogId";
    private static final String USER = "user";
    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final int MOST = 10;
    /** Portals that hang must not hold whoever looks for long. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public Bitrix24ImCheckConsole() {
        super("camel", "bitrix24-im-check", "Bitrix24 IM check", "What keeps Bitrix24 events from arriving, and what to do");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        List<Bitrix24ImEndpoint> readers = readers(options);
        List<CheckReport> reports = reports(readers, options);
        int left = readers.size() - reports.size();
        return reports.stream().map(CheckReport::toString).collect(Collectors.joining("\n\n"))
               + (left == 0 ? "" : "\n\n" + left + " more were not checked: the option user names one.");
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        List<Bitrix24ImEndpoint> readers = readers(options);
        JsonObject json = new JsonObject();
        List<CheckReport> reports = reports(readers, options);
        json.put("reports", new ArrayList<>(reports.stream().map(CheckReport::toMap).map(JsonObject::new).toList()));
        json.put("notChecked", readers.size() - reports.size());
        return json;
    }

    /** One for each user and bot. */
    private List<Bitrix24ImEndpoint> readers(Map<String, Object> options) {
        Object user = options.get(USER);
        Map<String, Bitrix24ImEndpoint> readers = new LinkedHashMap<>();
        Surroundings.endpoints(getCamelContext()).forEach(endpoint -> {
            ReaderName name = Surroundings.name(endpoint);
            if (user == null || name != null && name.user().equals(user.toString())) {
                readers.putIfAbsent(name == null ? "" : name.key(), endpoint);
            }
        });
        return List.copyOf(readers.values());
    }

    private static List<CheckReport> reports(List<Bitrix24ImEndpoint> readers, Map<String, Object> options) {
        Object dialogId = options.get(DIALOG_ID);
        StopWatch watch = new StopWatch();
        List<CheckReport> reports = new ArrayList<>();
        for (Bitrix24ImEndpoint endpoint : readers) {
            if (reports.size() < MOST && watch.taken() < LONGEST.toMillis()) {
                reports.add(endpoint.getComponent().checks().recent(
                        endpoint, dialogId == null ? null : dialogId.toString(), LATELY));
            }
        }
        return reports;
    }
}
