package io.github.camelbitrix24.im.rest;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one spelling of a host: lower case, without the root's dot, letters of other alphabets as punycode, addresses in
 * their short form.
 */
final class HostName {

    /** Underscores are in no host name of the standards, but in names of machines and containers. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private HostName() {
    }

    /**
     * @throws IllegalArgumentException if it cannot be a host
     */
    static String normalise(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (IPV6.matcher(name).matches()) {
            return address(name);
        }
        name = IDN.toASCII(name).toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a host name");
        }
        return IPV4.matcher(name).matches() ? address(name) : name;
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || isLiteral(host) && resolve(host).isLoopbackAddress();
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    private static String address(String literal) {
        InetAddress address = resolve(literal);
        return address instanceof Inet4Address ? address.getHostAddress() : '[' + shorten(address.getHostAddress()) + ']';
    }

    private static InetAddress resolve(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    /** The longest row of zeros, the first of equals, becomes two colons (RFC 5952). */
    private static String shorten(String address) {
        String longest = ZEROS.matcher(address).results().map(zeros -> zeros.group())
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        if (longest.isEmpty()) {
            return address;
        }
        int at = ZEROS.matcher(address).results().filter(zeros -> zeros.group().equals(longest)).findFirst()
                .orElseThrow().start();
        String before = address.substring(0, at);
        String after = address.substring(at + longest.length());
        return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
    }
}
