package io.github.camelbitrix24.im.inquiry;

import io.github.camelbitrix24.im.rest.Obstacle;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestException;

import static io.github.camelbitrix24.im.inquiry.Topic.ADDRESS;
import static io.github.camelbitrix24.im.inquiry.Topic.TLS;

/** Whether calls get to the portal, and how. */
final class Reach {

    private static final String PROXY_ADVICE = "See what the proxy lets through: it must allow this machine to connect to the"
                                               + " portal. Where no proxy is wanted, take proxyHost off Camel's components"
                                               + " http and https, or name the portal in nonProxyHosts.";

    private final PortalAddress portal;
    private final String proxy;
    private final Findings findings;

    Reach(Subject subject, Findings findings) {
        this.portal = subject.portal();
        this.proxy = subject.proxy();
        this.findings = findings;
    }

    /** @return whether the portal's REST server answers */
    boolean judge(Reply reply) {
        if (reply.isOfAuthorisation()) {
            // the portal was not asked: there was nothing to ask it with
            return false;
        }
        if (reply.isRefusedWith("INVALID_REQUEST") && portal.scheme().equals("http")) {
            findings.holds(ADDRESS, "The portal answers at " + portal.url() + via() + ".");
            findings.fails(TLS, "The portal does not take calls over plain http.",
                    "Set the option portalUrl to the portal's https address.");
            return false;
        }
        if (reply.isOfPortal()) {
            findings.holds(ADDRESS, "The portal answers at " + portal.url() + via() + ".");
            judgeScheme();
            return true;
        }
        RestException refusal = reply.refusal();
        if (portal.scheme().equals("http") && isRedirect(refusal, "https")) {
            findings.holds(ADDRESS, "Somebody answers at " + portal.url() + via() + '.');
            findings.fails(TLS, "The portal sends on what comes over plain http, as servers do that want https.",
                    "Set the option portalUrl to the portal's https address.");
            return false;
        }
        if (refusal.status() == 401) {
            findings.holds(ADDRESS, "Somebody answers at " + portal.url() + via() + ", without an error code of the portal's.");
            judgeScheme();
            return true;
        }
        if (refusal.obstacle() != null) {
            judge(refusal.obstacle(), refusal);
        } else {
            judgeAnswer(refusal);
        }
        return false;
    }

    private void judgeScheme() {
        if (portal.scheme().equals("https")) {
            findings.holds(TLS, "The connection is encrypted, and the certificate is trusted.");
        } else if (portal.isLoopback()) {
            findings.holds(TLS, "Plain http, and only to this machine.");
        } else {
            findings.fails(TLS, "Plain http: whoever is on the way can read the credentials and the messages.",
                    "Set the option portalUrl to the portal's https address, and leave allowInsecureHttp out.");
        }
    }

    private void judge(Obstacle obstacle, RestException refusal) {
        switch (obstacle) {
            case PROXY -> findings.fails(
                    ADDRESS, "The proxy" + proxyName() + " refuses to connect to " + portal.authority() + '.', PROXY_ADVICE);
            case HOST_NAME -> findings.fails(
                    ADDRESS, proxy == null
                            ? "There is no host " + portal.host() + " for this machine."
                            : "There is no host of the name of the portal or of the proxy" + proxyName() + '.',
                    "Check the host in the option portalUrl, and the name server of this machine.");
            case REFUSED, CONNECT_TIMEOUT -> findings.fails(
                    ADDRESS, (proxy == null ? portal.authority() : "The proxy" + proxyName())
                             + (obstacle == Obstacle.REFUSED ? " takes no connections." : " takes no connections in time."),
                    proxy == null
                            ? "Check the option portalUrl, that the portal runs, and that no firewall is between; where only a proxy"
                              + " gets out, set proxyHost and proxyPort of Camel's components http and https."
                            : "Check proxyHost and proxyPort of Camel's components http and https.");
            case CERTIFICATE_DATE -> judgeTls(
                    "The certificate of " + portal.authority()
                                              + " has run out, or is not valid yet by the clock of this machine.",
                    "See that the clock of this machine is right; then the portal needs a new certificate.");
            case CERTIFICATE -> judgeTls(
                    "The certificate of " + portal.authority() + " is not trusted, or is another host's.",
                    "A portal of your own, or a proxy that opens what is encrypted, signs with an authority of its own: give the"
                                                                                                           + " option sslContextParameters a trust store with it. Otherwise check the option portalUrl.");
            case TLS, TLS_TIMEOUT -> judgeTls(
                    obstacle == Obstacle.TLS
                            ? "No encrypted connection to " + portal.authority() + via() + " came about."
                            : portal.authority() + " takes connections" + via() + " and says nothing to encryption.",
                    "Check that https is spoken at this host and port"
                                                                                                                      + (proxy
                                                                                                                         == null
                                                                                                                                 ? "."
                                                                                                                                 : ", and that proxyAuthScheme of Camel's component https is http, unless the proxy itself wants TLS."));
            case TIMEOUT -> findings.fails(
                    ADDRESS, portal.authority() + " did not answer in time" + via() + '.',
                    "See how the portal fares, what stands between, and the options connectTimeout and responseTimeout.");
            case OTHER -> findings.fails(
                    ADDRESS, "No answer came: " + refusal.description() + '.',
                    "See what stands between this machine and the portal: a firewall, a proxy, a filter.");
        }
    }

    private void judgeTls(String finding, String advice) {
        findings.holds(ADDRESS, "Somebody takes connections at " + portal.authority() + via() + '.');
        findings.fails(TLS, finding, advice);
    }

    /** Something else than a REST server has answered. */
    private void judgeAnswer(RestException refusal) {
        int status = refusal.status();
        if (status == 0) {
            // there was nothing to call with: that is for the credentials to tell
            return;
        }
        String answer = refusal.description() + " (HTTP " + status + ").";
        if (status == 407) {
            findings.fails(ADDRESS, "The proxy" + proxyName() + " wants a password.", refusal.advice());
        } else if (proxy != null && (status == 403 || status >= 500)) {
            findings.fails(
                    ADDRESS,
                    "HTTP " + status + " came instead of an answer of the portal's REST server, most likely from the proxy"
                             + proxyName() + '.',
                    PROXY_ADVICE);
        } else if (isRedirect(refusal, portal.scheme())) {
            findings.fails(ADDRESS, "The portal sends every call to another page of its own" + via() + ": " + answer,
                    "Open " + portal
                            .url() + " in a browser: its licence may have run out, or it is closed, or it wants a login.");
        } else {
            findings.fails(ADDRESS, "No REST server of Bitrix24 answers at " + portal.url() + via() + ": " + answer,
                    refusal.advice());
        }
    }

    /** Whether the answer leads to the same host. */
    private boolean isRedirect(RestException refusal, String scheme) {
        return refusal.status() >= 300 && refusal.status() < 400
                && refusal.description().contains(" to " + portal.host() + " over " + scheme + ' ');
    }

    private String proxyName() {
        return proxy == null ? "" : " " + proxy;
    }

    private String via() {
        return proxy == null ? "" : " through the proxy " + proxy;
    }
}
