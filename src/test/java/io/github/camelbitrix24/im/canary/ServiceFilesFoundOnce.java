package io.github.camelbitrix24.im.canary;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.spi.Resource;
import org.apache.camel.support.scan.DefaultPackageScanResourceResolver;

/**
 * Looks for the service files of Camel's jars once for all contexts: they are the same for each, and to find them takes
 * long.
 */
final class ServiceFilesFoundOnce extends DefaultPackageScanResourceResolver {

    private static final Map<String, Collection<Resource>> FOUND = new ConcurrentHashMap<>();

    @Override
    public Collection<Resource> findResources(String location) throws Exception {
        if (!location.startsWith("META-INF/services/org/apache/camel/")) {
            return super.findResources(location);
        }
        Collection<Resource> found = FOUND.get(location);
        if (found == null) {
            found = super.findResources(location);
            FOUND.put(location, found);
        }
        return found;
    }
}
