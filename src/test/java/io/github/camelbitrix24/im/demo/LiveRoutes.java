package io.github.camelbitrix24.im.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what is changed in a folder of routes while they run, as Camel's own reloading does; but what cannot run
 * is refused before anything is stopped, by a line that says why, and what ran before runs on. The routes that are
 * replaced finish what they are at, so no event is lost and there is one reader at a time.
 */
final class LiveRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

    private final CamelContext camel;
    private final RouteFiles files;
    private final Rehearsal rehearsal;
    private final Map<Path, String> refused = new HashMap<>();
    private SortedMap<Path, String> running;

    /** @param running what the files held when the routes were loaded */
    LiveRoutes(CamelContext camel, RouteFiles files, SortedMap<Path, String> running, Rehearsal rehearsal) {
        this.camel = camel;
        this.files = files;
        this.running = running;
        this.rehearsal = rehearsal;
    }

    /** From now on until the context stops. */
    void watch() throws Exception {
        FileWatcherResourceReloadStrategy watcher = new FileWatcherResourceReloadStrategy(files.folder().toString());
        watcher.setFileFilter(RouteFiles::isOne);
        watcher.setResourceReload((name, resource) -> takeOver());
        camel.addService(watcher);
        takeOver();
    }

    /** Has the routes run as the files say now; does nothing if they do already. */
    synchronized void takeOver() throws IOException {
        SortedMap<Path, String> wanted = wanted();
        Set<Path> changed = changed(wanted);
        while (!changed.isEmpty()) {
            try {
                rehearsal.of(wanted);
                replaceBy(wanted, changed);
                changed.forEach(refused::remove);
                LOG.info("Taken over: {}", named(changed));
                return;
            } catch (BrokenRoutes e) {
                refuse(e, wanted, changed);
                changed = changed(wanted);
            }
        }
    }

    /** What the files hold, apart from what was refused and did not change since. */
    private SortedMap<Path, String> wanted() throws IOException {
        SortedMap<Path, String> wanted = files.texts();
        refused.keySet().retainAll(wanted.keySet());
        for (Path file : Set.copyOf(wanted.keySet())) {
            if (wanted.get(file).isBlank() || wanted.get(file).equals(refused.get(file))) {
                keep(file, wanted);
            }
        }
        return wanted;
    }

    private void keep(Path file, Map<Path, String> wanted) {
        if (running.containsKey(file)) {
            wanted.put(file, running.get(file));
        } else {
            wanted.remove(file);
        }
    }

    private Set<Path> changed(Map<Path, String> wanted) {
        Set<Path> all = new TreeSet<>(running.keySet());
        all.addAll(wanted.keySet());
        all.removeIf(file -> Objects.equals(running.get(file), wanted.get(file)));
        return all;
    }

    private void refuse(BrokenRoutes broken, Map<Path, String> wanted, Set<Path> changed) {
        Set<Path> blamed = broken.files().stream().filter(changed::contains).collect(Collectors.toCollection(TreeSet::new));
        blamed = blamed.isEmpty() ? changed : blamed;
        LOG.warn("Not taken over: {}. What ran before runs on. {}", named(blamed), broken.getMessage());
        for (Path file : blamed) {
            if (wanted.containsKey(file)) {
                refused.put(file, wanted.get(file));
            }
            keep(file, wanted);
        }
    }

    private void replaceBy(SortedMap<Path, String> wanted, Set<Path> changed) throws BrokenRoutes {
        try {
            load(wanted);
            running = new TreeMap<>(wanted);
        } catch (Exception e) {
            BrokenRoutes broken = new BrokenRoutes(changed, e);
            try {
                load(running);
            } catch (Exception again) {
                broken.addSuppressed(again);
                LOG.error("The routes that ran before do not start again: {}", Reason.of(again));
            }
            throw broken;
        }
    }

    private void load(SortedMap<Path, String> texts) throws Exception {
        for (Route route : camel.getRoutes()) {
            if (!isCalledByOthers(route)) {
                camel.getRouteController().stopRoute(route.getRouteId());
            }
        }
        camel.getRouteController().removeAllRoutes();
        camel.removeRouteTemplates("*");
        camel.getEndpointRegistry().clear();
        PluginHelper.getRoutesLoader(camel).updateRoutes(texts.entrySet().stream().map(LiveRoutes::resource).toList());
    }

    /** Those that others call are needed until the others have finished. */
    private static boolean isCalledByOthers(Route route) {
        return route.getConsumer() instanceof ShutdownAware called
                && called.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
    }

    private static Resource resource(Map.Entry<Path, String> file) {
        return ResourceHelper.fromString(Rehearsal.location(file.getKey()), file.getValue());
    }

    private static String named(Set<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
