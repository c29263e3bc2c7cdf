package io.github.camelbitrix24.im.canary;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/** What tools can see of a Camel context from outside. */
final class VisibleContext {

    /** Consoles that do something when they are asked; ours asks portals. */
    private static final Set<String> ACTING
            = Set.of("send", "receive", "eval-language", "transform", "reload", "gc", "heap-dump",
                    "bitrix24-im-check");

    /** Consoles that show the configuration as it was written. */
    private static final Set<String> CONFIGURATION = Set.of("properties", "main-configuration");

    private static final int MANY_ROUTES = 100;

    private VisibleContext() {
    }

    static void inspect(CamelContext context) {
        if (context.getRoutesSize() > MANY_ROUTES) {
            // they are all alike, and to ask for each takes minutes
            return;
        }
        context.getEndpoints().forEach(endpoint -> Canary.inspect("endpoint", endpoint));
        context.getRoutes().forEach(route -> {
            Canary.inspect("route", route);
            Canary.inspect("consumer", route.getConsumer());
        });
        Thread.getAllStackTraces().keySet().forEach(thread -> Canary.inspect("thread", thread.getName()));
        HealthCheckHelper.invoke(context, "full").forEach(result -> {
            Canary.inspect("health", result.getMessage().orElse(null));
            Canary.inspect("health", result.getDetails());
            Canary.inspect("health", result.getError().orElse(null));
        });
        inspectConsoles(context);
        inspectDumps(context);
        try {
            inspectBeans(context);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inspectConsoles(CamelContext context) {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        if (consoles != null) {
            consoles.loadDevConsoles();
            consoles.stream()
                    .filter(console -> !ACTING.contains(console.getId()) && !CONFIGURATION.contains(console.getId())
                            && !console.getGroup().equals("jvm"))
                    .forEach(console -> {
                        for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                            if (console.supportMediaType(type)) {
                                Canary.inspect("console " + console.getId(), console.call(type, Map.of()));
                            }
                        }
                    });
        }
    }

    private static void inspectDumps(CamelContext context) {
        for (RouteDefinition route : context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions()) {
            Canary.inspect("route definition", route);
            try {
                Canary.inspect("dump as XML", PluginHelper.getModelToXMLDumper(context).dumpModelAsXml(context, route));
                Canary.inspect("dump as YAML", PluginHelper.getModelToYAMLDumper(context).dumpModelAsYaml(context, route));
            } catch (Exception e) {
                // Camel's writer of YAML fails at backslashes in expressions
                Canary.inspect("failure of a dump", e);
            }
        }
    }

    private static void inspectBeans(CamelContext context) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String pattern = "org.apache.camel:context=" + context.getManagementName() + ",*";
        for (ObjectName name : server.queryNames(new ObjectName(pattern), null)) {
            Canary.inspect("bean", name);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    Canary.inspect("bean attribute " + attribute.getName(), server.getAttribute(name, attribute.getName()));
                } catch (JMException | RuntimeException e) {
                    Canary.inspect("bean attribute " + attribute.getName(), e);
                }
            }
        }
    }
}
