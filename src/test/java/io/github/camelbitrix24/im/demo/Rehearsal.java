package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.main.Main;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Makes routes in a context of its own, configured as the one that runs but without starting them, to see whether they
 * can run. What comes to light only when they are started is not seen.
 */
final class Rehearsal {

    private final Map<String, Object> properties;

    Rehearsal(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** @throws BrokenRoutes if they cannot; it names the file that is to blame, or none if that is not known */
    void of(Map<Path, String> files) throws BrokenRoutes {
        Main camel = new Main();
        properties.forEach((name, value) -> camel.addInitialProperty(name, value.toString()));
        camel.addInitialProperty("camel.main.name", "rehearsal");
        camel.addInitialProperty("camel.main.auto-startup", "false");
        camel.addInitialProperty("camel.main.jmx-enabled", "false");
        camel.addInitialProperty("camel.main.routes-include-pattern", "false");
        camel.init();
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                load(camel.getCamelContext(), file.getKey(), file.getValue());
            }
            start(camel.getCamelContext(), files.keySet());
        } finally {
            camel.shutdown();
        }
    }

    private static void load(CamelContext camel, Path file, String text) throws BrokenRoutes {
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(location(file), text));
        } catch (Exception e) {
            throw new BrokenRoutes(Set.of(file), e);
        }
    }

    private static void start(CamelContext camel, Set<Path> files) throws BrokenRoutes {
        try {
            camel.start();
        } catch (Exception e) {
            throw new BrokenRoutes(culprit(camel, files, e), e);
        }
    }

    private static Set<Path> culprit(CamelContext camel, Set<Path> files, Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToCreateRouteException failure) {
                RouteDefinition route = camel.getCamelContextExtension().getContextPlugin(Model.class)
                        .getRouteDefinition(failure.getRouteId());
                return files.stream().filter(file -> route != null && route.getResource() != null
                        && route.getResource().getLocation().equals(location(file)))
                        .collect(Collectors.toSet());
            }
        }
        return Set.of();
    }

    static String location(Path file) {
        return "file:" + file;
    }
}
