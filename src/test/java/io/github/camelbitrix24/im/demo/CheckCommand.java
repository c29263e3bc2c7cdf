package io.github.camelbitrix24.im.demo;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.check.CheckReport;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * Says why nothing arrives, for the routes of the folder {@code routes} and the portal that the environment names, or
 * else an emulated one. The routes are loaded and not started.
 */
public final class CheckCommand {

    static final String USAGE = """
            What there is, as in -Dexec.args="check --dialogId=chat5"
              --dialogId=chat5   a chat in which nothing is heard
              --subscribe        has the user's events recorded first; without it nothing is changed at the portal""";

    static final int FINE = 0;
    static final int NOT_FINE = 1;
    static final int NOT_UNDERSTOOD = 2;

    private CheckCommand() {
    }

    /**
     * Checks and prints the report.
     *
     * @param  arguments what follows the command's name
     * @return           0 if nothing is wrong, 1 if something is, 2 if the arguments are not understood
     */
    static int run(List<String> arguments, Supplier<Portal> choice, RouteFiles routes) throws Exception {
        return run(arguments, choice, routes, System.out, System.err);
    }

    static int run(List<String> arguments, Supplier<Portal> choice, RouteFiles routes, PrintStream out, PrintStream err)
            throws Exception {
        if (CommandOptions.areHelp(arguments)) {
            out.println(USAGE);
            return FINE;
        }
        Map<String, String> options;
        Portal portal;
        try {
            options = CommandOptions.parse(arguments, Set.of("dialogId"), Set.of("subscribe"));
            portal = choice.get();
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + "\n" + USAGE);
            return NOT_UNDERSTOOD;
        }
        try {
            CheckReport report = check(portal, options, routes, err);
            out.println(report);
            return report.isFine() ? FINE : NOT_FINE;
        } finally {
            portal.close();
        }
    }

    private static CheckReport check(Portal portal, Map<String, String> options, RouteFiles routes, PrintStream err)
            throws Exception {
        Main camel;
        try {
            camel = started(portal, routes);
        } catch (Exception e) {
            err.println("The routes of the folder " + routes.folder() + " cannot be looked at: " + Reason.of(e));
            camel = started(portal, null);
        }
        try (ProducerTemplate template = camel.getCamelContext().createProducerTemplate()) {
            if (options.containsKey("subscribe")) {
                subscribe(template, err);
            }
            Map<String, Object> headers = new LinkedHashMap<>();
            if (options.containsKey("dialogId")) {
                headers.put(Bitrix24ImConstants.DIALOG_ID, options.get("dialogId"));
            }
            return template.requestBodyAndHeaders("bitrix24-im:check", null, headers, CheckReport.class);
        } finally {
            camel.stop();
        }
    }

    /** @param routes that are loaded, or {@code null} for none */
    private static Main started(Portal portal, RouteFiles routes) {
        Main camel = new Main();
        camel.addInitialProperty("camel.main.name", "check");
        camel.addInitialProperty("camel.main.auto-startup", "false");
        camel.addInitialProperty("camel.main.routes-include-pattern", routes == null ? "false" : routes.pattern());
        portal.properties().forEach((name, value) -> camel.addInitialProperty(name, value.toString()));
        try {
            camel.start();
        } catch (RuntimeException e) {
            camel.stop();
            throw e;
        }
        return camel;
    }

    /** What keeps the user from being subscribed is in the report. */
    private static void subscribe(ProducerTemplate template, PrintStream err) {
        try {
            template.requestBody("bitrix24-im:subscribe", (Object) null);
        } catch (RuntimeException e) {
            err.println("The user was not subscribed: " + Reason.of(e));
        }
    }
}
