package io.github.camelbitrix24.im.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** TLS on loopback, for clients that refuse to speak plain HTTP, with the certificate of the emulated portals. */
final class Tls {

    private Tls() {
    }

    static HttpsServer server() throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setHttpsConfigurator(new HttpsConfigurator(PortalEmulator.trustingClient()));
        return server;
    }

    static void writeCertificate(int port, Path file) throws IOException {
        SSLContext context = PortalEmulator.trustingClient();
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            Certificate certificate = socket.getSession().getPeerCertificates()[0];
            Files.writeString(file, "-----BEGIN CERTIFICATE-----\n"
                                    + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
                                    + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
