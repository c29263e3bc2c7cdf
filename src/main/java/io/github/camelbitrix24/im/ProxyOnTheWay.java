package io.github.camelbitrix24.im;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.rest.PortalAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** The proxy through which Camel's components http and https have been told to call. */
final class ProxyOnTheWay {

    private ProxyOnTheWay() {
    }

    /** @return its host and port, or {@code null} if there is none */
    static String to(PortalAddress portal, CamelContext context) {
        HttpComponent http = context.getComponent(portal.scheme(), HttpComponent.class);
        if (Boolean.TRUE.equals(option(http, "useSystemProperties"))) {
            return ofSystem(portal);
        }
        String host = text(option(http, "proxyHost"), context.getGlobalOption("http.proxyHost"));
        String port = text(option(http, "proxyPort"), context.getGlobalOption("http.proxyPort"));
        return host == null || isExempt(portal.host(), option(http, "nonProxyHosts")) ? null : port == null ? host
                : host + ":" + port;
    }

    /** Not all versions of Camel have all of these. */
    private static Object option(HttpComponent http, String name) {
        return http.getComponentPropertyConfigurer() instanceof PropertyConfigurerGetter options
                ? options.getOptionValue(http, name, true) : null;
    }

    private static String text(Object first, String otherwise) {
        return first == null ? otherwise : first.toString();
    }

    private static boolean isExempt(String host, Object patterns) {
        return patterns != null && Stream.of(patterns.toString().split("[,|]")).map(String::strip)
                .anyMatch(pattern -> host.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E"));
    }

    private static String ofSystem(PortalAddress portal) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null || portal.host().contains("_")) {
            return null;
        }
        return selector.select(URI.create(portal.url())).stream().filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(Proxy::address).filter(InetSocketAddress.class::isInstance).map(InetSocketAddress.class::cast)
                .map(address -> address.getHostString() + ":" + address.getPort()).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }
}
