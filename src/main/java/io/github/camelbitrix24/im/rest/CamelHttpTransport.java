package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.NoopCookieStore;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.TunnelRefusedException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts through the Apache HTTP client of a camel-http endpoint that belongs to one portal, so that the user's settings
 * of the components {@code http} and {@code https} (TLS, proxy, pool) apply. The endpoint is made with a URI that holds
 * the host only and is registered nowhere; requests are built here, so no message header reaches the wire.
 */
public final class CamelHttpTransport extends ServiceSupport implements RestTransport, FormTransport {

    private static final Pattern PROXY_WANTS_CREDENTIALS
            = Pattern.compile("\\b" + HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED + "\\b");

    private final CamelContext camelContext;
    private final TransportOptions options;
    private final SSLContextParameters sslContextParameters;
    private final LongSupplier nanoTime;

    private final ReentrantLock renewing = new ReentrantLock();
    private volatile HttpEndpoint http;

    /**
     * @param sslContextParameters the TLS settings, or {@code null} for those of camel-http
     * @param nanoTime             nanoseconds of a monotonic source
     */
    public CamelHttpTransport(CamelContext camelContext, TransportOptions options,
                              SSLContextParameters sslContextParameters, LongSupplier nanoTime) {
        this.camelContext = camelContext;
        this.options = options;
        this.sslContextParameters = sslContextParameters;
        this.nanoTime = nanoTime;
    }

    @Override
    public HttpAnswer post(String path, RequestBody body, Duration responseTimeout) throws IOException {
        JsonEntity entity = new JsonEntity(body);
        HttpPost request = request(path, entity);
        if (http.getHttpClient() instanceof Configurable client) {
            if (responseTimeout != null) {
                request.setConfig(atMost(responseTimeout, client.getConfig()));
            } else if (Deadline.isLong(body.length())) {
                request.setConfig(RequestConfig.copy(client.getConfig()).setResponseTimeout(
                        Timeout.of(options.responseTimeout().plus(Deadline.onTheWay(body.length())))).build());
            }
        }
        try (Deadline deadline = responseTimeout == null
                ? deadline(request) : new Deadline(request, responseTimeout, false, nanoTime)) {
            entity.watchedBy(deadline);
            return execute(request, deadline);
        } catch (ConnectException | UnknownHostException | ConnectTimeoutException e) {
            throw new NotSentException(e);
        } catch (UnreadableContentException | JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            if (entity.isCut()) {
                throw Deadline.isLong(body.length())
                        ? new NotSentException(
                                "the connection broke while " + body.length() + " bytes were being sent; if this"
                                               + " happens again, the portal or a proxy on the way may not take as much: " + e)
                        : new NotSentException(e);
            }
            throw e;
        }
    }

    @Override
    public HttpAnswer postForm(String path, Map<String, String> fields) throws IOException {
        List<NameValuePair> form = fields.entrySet().stream().<NameValuePair> map(field -> new BasicNameValuePair(
                OutgoingJson.mended(field.getKey()), OutgoingJson.mended(field.getValue()))).toList();
        HttpPost request = request(path, new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        try (Deadline deadline = deadline(request)) {
            return execute(request, deadline);
        }
    }

    @Override
    public <T> T get(String target, Runnable answered, FileReader<T> reader) throws IOException, RestException {
        HttpGet request = new HttpGet(URI.create(options.address().url() + target));
        request.setHeader(HttpHeaders.USER_AGENT, ProductVersion.USER_AGENT);
        // as it is stored, so that its length is known
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        HttpEndpoint current = http;
        try (Deadline head = deadline(request)) {
            return connected(current, head, () -> current.getHttpClient().execute(request, response -> {
                head.close();
                answered.run();
                try {
                    Read<T> read = Read.of(reader, incoming(response));
                    if (read.failure() != null) {
                        request.cancel();
                    }
                    return read;
                } catch (IOException | RuntimeException | Error e) {
                    // the client would read the rest before it gives the connection back
                    request.cancel();
                    throw e;
                }
            })).result();
        } catch (ConnectException | UnknownHostException | ConnectTimeoutException e) {
            throw new NotSentException(e);
        }
    }

    private IncomingFile incoming(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null || entity.getContent() == null
                ? InputStream.nullInputStream()
                : new SlowestDownload(
                        entity.getContent(), options.connectTimeout().plus(options.responseTimeout()), nanoTime);
        return new IncomingFile(
                response.getCode(), value(response, HttpHeaders.LOCATION), value(response, HttpHeaders.CONTENT_TYPE),
                value(response, "Content-Disposition"), entity == null ? -1 : entity.getContentLength(), content);
    }

    private static String value(ClassicHttpResponse response, String header) {
        Header first = response.getFirstHeader(header);
        return first == null ? null : first.getValue();
    }

    /** The client lets no exception through but its own. */
    private record Read<T>(T value, RestException failure) {

        static <T> Read<T> of(FileReader<T> reader, IncomingFile file) throws IOException {
            try {
                return new Read<>(reader.read(file), null);
            } catch (RestException e) {
                return new Read<>(null, e);
            }
        }

        T result() throws RestException {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    private Deadline deadline(HttpUriRequestBase request) {
        return new Deadline(request, options.connectTimeout().plus(options.responseTimeout()), true, nanoTime);
    }

    @SuppressWarnings("deprecation") // camel-http sets it there, too
    private static RequestConfig atMost(Duration responseTimeout, RequestConfig usual) {
        Timeout timeout = Timeout.of(responseTimeout);
        return RequestConfig.copy(usual)
                .setConnectionRequestTimeout(timeout)
                .setConnectTimeout(
                        usual.getConnectTimeout() == null || usual.getConnectTimeout().compareTo(timeout) > 0
                                ? timeout : usual.getConnectTimeout())
                .setResponseTimeout(timeout)
                .build();
    }

    private HttpAnswer execute(HttpPost request, Deadline deadline) throws IOException {
        HttpEndpoint current = http;
        try {
            return connected(
                    current, deadline, () -> current.getHttpClient().execute(request, response -> read(response, deadline)));
        } catch (IOException e) {
            if (isProxyWithoutCredentials(e)) {
                return new HttpAnswer(HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED, new byte[0], null);
            }
            throw e;
        }
    }

    private static boolean isProxyWithoutCredentials(IOException failure) {
        return failure.getCause() instanceof TunnelRefusedException refused
                && PROXY_WANTS_CREDENTIALS.matcher(refused.getMessage()).find();
    }

    private interface Execution<T> {
        T make() throws IOException;
    }

    private <T> T connected(HttpEndpoint current, Deadline deadline, Execution<T> execution) throws IOException {
        try {
            return execution.make();
        } catch (IOException e) {
            throw deadline.isExpired() && !isProxyWithoutCredentials(e) ? tooLate() : e;
        } catch (Error e) {
            // the client closes its connections for ever when an Error, such as out of memory, passes through it
            renew(current);
            throw e;
        } catch (IllegalStateException e) {
            if (deadline.isExpired()) {
                throw tooLate();
            }
            if (current != http || !isRunAllowed()) {
                throw new IOException("the connections were closed", e);
            }
            throw e;
        }
    }

    private static SocketTimeoutException tooLate() {
        return new SocketTimeoutException("the call was not over in time");
    }

    /** Closes connections that nobody has used for so long, or that the server said it would close by now. */
    public void closeIdle(Duration idle) {
        HttpEndpoint current = http;
        // one that the user shares among endpoints is the user's
        if (current != null && current.getComponent().getClientConnectionManager() == null
                && current.getClientConnectionManager() instanceof ConnPoolControl<?> pool) {
            pool.closeExpired();
            pool.closeIdle(TimeValue.of(idle));
        }
    }

    private void renew(HttpEndpoint broken) {
        renewing.lock();
        try {
            if (http == broken && isRunAllowed()) {
                http = connect();
                ServiceHelper.stopAndShutdownService(broken);
            }
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        } finally {
            renewing.unlock();
        }
    }

    private HttpPost request(String path, HttpEntity body) {
        HttpPost request = new HttpPost(URI.create(options.address().url() + path));
        request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        request.setHeader(HttpHeaders.USER_AGENT, ProductVersion.USER_AGENT);
        request.setEntity(body);
        return request;
    }

    @Override
    protected void doStart() throws Exception {
        http = connect();
    }

    private HttpEndpoint connect() throws Exception {
        HttpComponent component = camelContext.getComponent(options.address().scheme(), HttpComponent.class);
        HttpEndpoint made = (HttpEndpoint) component.createEndpoint(endpointUri(), parameters());
        // a session cookie would make later calls fail with authorization_error
        made.setCookieStore(new NoopCookieStore());
        made.setHttpActivityListener(null);
        // camel-http would repeat a POST that was answered 429 or 503, and wait for as long as the server says
        made.getClientBuilder().disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
        ServiceHelper.startService(made);
        return made;
    }

    /** Requests name the portal themselves; a URI could not name one with an underscore. */
    private String endpointUri() {
        PortalAddress address = options.address();
        return address.host().contains("_")
                ? new PortalAddress(address.scheme(), "portal", address.port()).url() : address.url();
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopAndShutdownService(http);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("connectTimeout", Timeout.of(options.connectTimeout()));
        parameters.put("connectionRequestTimeout", Timeout.of(options.responseTimeout()));
        parameters.put("responseTimeout", Timeout.of(options.responseTimeout()));
        parameters.put("soTimeout", Timeout.of(options.responseTimeout()));
        if (sslContextParameters != null) {
            parameters.put("sslContextParameters", sslContextParameters);
        }
        return parameters;
    }

    private HttpAnswer read(ClassicHttpResponse response, Deadline deadline) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null || entity.getContent() == null
                ? new byte[0]
                : BodyReader.read(
                        deadline.watch(entity.getContent()), entity.getContentLength(), options.maxResponseSize());
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        return new HttpAnswer(response.getCode(), body, location == null ? null : location.getValue());
    }
}
