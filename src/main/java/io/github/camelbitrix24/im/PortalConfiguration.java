package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.TokenStore;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options that say which portal is called, as whom, and how.
 */
@UriParams
public abstract class PortalConfiguration implements Cloneable {

    @UriParam(label = "common,security",
              description = "The portal's address without a path, for example https://acme.bitrix24.com. Plain http is"
                            + " accepted to this machine only, unless allowInsecureHttp is set. Do not put a whole webhook"
                            + " URL here: of https://HOST/rest/USER/SECRET/ set portalUrl, userId and secret.")
    private String portalUrl;
    @UriParam(label = "common,security",
              description = "The user of an incoming webhook: the number after /rest/ in the webhook's URL. With an OAuth"
                            + " application it may be left out; set it where one application reads as several users.")
    private String userId;
    @UriParam(label = "common,security", secret = true,
              description = "The secret of an incoming webhook: the part after the user in the webhook's URL. The webhook"
                            + " needs the scope im.")
    private String secret;
    @UriParam(label = "common,security", secret = true,
              description = "The access token of an OAuth application. When the portal says that it has expired, it is"
                            + " refreshed.")
    private String accessToken;
    @UriParam(label = "common,security", secret = true,
              description = "The refresh token of an OAuth application. A refresh replaces both tokens, and those that"
                            + " are configured are worthless from then on: set tokenFile or tokenStore to survive a restart.")
    private String refreshToken;
    @UriParam(label = "common,security", secret = true,
              description = "The client_id of an OAuth application.")
    private String clientId;
    @UriParam(label = "common,security", secret = true,
              description = "The client_secret of an OAuth application. It is sent to the authorisation server only.")
    private String clientSecret;
    @UriParam(label = "common,security",
              description = "Where the tokens of an OAuth application are refreshed. Without it the server that the"
                            + " tokens name, if it is one of Bitrix24's own, or else https://oauth.bitrix.info/oauth/token/.")
    private String oauthUrl;
    @UriParam(label = "common,security",
              description = "A file that keeps the current tokens of an OAuth application. Refreshed tokens are written"
                            + " to it before they are used, readable for the owner only, and a restart begins with them. Each"
                            + " user needs a file of its own; several processes of one machine may share it.")
    private String tokenFile;
    @UriParam(label = "common,security",
              description = "A bean that keeps the current tokens of an OAuth application instead of tokenFile, so that"
                            + " several nodes can share them.")
    private TokenStore tokenStore;
    @UriParam(label = "common,security",
              description = "A bean that holds the portal and its credentials, so that nothing secret stands in a URI: an"
                            + " io.github.camelbitrix24.im.auth.WebhookCredentials made from the webhook's whole URL, or an"
                            + " io.github.camelbitrix24.im.auth.OAuthCredentials. Use it instead of portalUrl and the options"
                            + " of a webhook or an OAuth application.")
    private Credentials credentials;
    @UriParam(label = "common,advanced", defaultValue = "10000", javaType = "java.time.Duration",
              description = "How long a connection to the portal may take to be made.")
    private long connectTimeout = 10_000;
    @UriParam(label = "common,advanced", defaultValue = "65000", javaType = "java.time.Duration",
              description = "How long the portal may be silent before a call counts as failed. Bitrix24 itself ends calls"
                            + " after 60 seconds. The whole call must be over within connectTimeout and responseTimeout"
                            + " together, and a second more for each 64 KiB of its answer.")
    private long responseTimeout = 65_000;
    @UriParam(label = "common,advanced", defaultValue = "67108864",
              description = "How many bytes of one answer are read at most. Unfinished events are also kept up to about this"
                            + " size: beyond it no further page is read.")
    private long maxResponseSize = 64L * 1024 * 1024;
    @UriParam(label = "common,security",
              description = "The TLS settings for the connection to the portal. Without it those of the https component, or"
                            + " with useGlobalSslContextParameters those of the context, apply.")
    private SSLContextParameters sslContextParameters;
    @UriParam(label = "common,security", defaultValue = "false",
              description = "Whether plain http is accepted to hosts other than this machine. The credentials then cross the"
                            + " network unencrypted.")
    private boolean allowInsecureHttp;

    @UriParam(label = "common,advanced", defaultValue = "2",
              description = "How many requests a second the portal works off. All endpoints of this component that call the same"
                            + " portal share them, and wait for each other, so that the portal has nothing to reject. 2 is what"
                            + " Bitrix24 allows in most plans, 5 in Enterprise; 0 sets no limit, for self-hosted portals.")
    private double requestsPerSecond = 2;
    @UriParam(label = "common,advanced", defaultValue = "50",
              description = "How many requests the portal takes at once before requestsPerSecond matters: 50 in most plans, 250"
                            + " in Enterprise. A tenth of it is left unused as a margin. After a start only a twentieth is used"
                            + " at once, since a predecessor may have used the rest.")
    private int requestBurst = 50;

    @UriParam(label = "common,security",
              description = "Hosts, separated by commas, to which a renamed portal may be followed beside Bitrix24's own domains."
                            + " Whoever is followed learns the credentials. Only https is followed, one hop, and only to where the"
                            + " same user answers.")
    private String allowedRedirectHosts;

    /**
     * A copy with the same values, for an endpoint to change.
     */
    public Bitrix24ImConfiguration copy() {
        try {
            return (Bitrix24ImConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getPortalUrl() {
        return portalUrl;
    }

    public void setPortalUrl(String portalUrl) {
        this.portalUrl = portalUrl;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getOauthUrl() {
        return oauthUrl;
    }

    public void setOauthUrl(String oauthUrl) {
        this.oauthUrl = oauthUrl;
    }

    public String getTokenFile() {
        return tokenFile;
    }

    public void setTokenFile(String tokenFile) {
        this.tokenFile = tokenFile;
    }

    public TokenStore getTokenStore() {
        return tokenStore;
    }

    public void setTokenStore(TokenStore tokenStore) {
        this.tokenStore = tokenStore;
    }

    public Credentials getCredentials() {
        return credentials;
    }

    public void setCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public int getRequestBurst() {
        return requestBurst;
    }

    public void setRequestBurst(int requestBurst) {
        this.requestBurst = requestBurst;
    }

    public String getAllowedRedirectHosts() {
        return allowedRedirectHosts;
    }

    public void setAllowedRedirectHosts(String allowedRedirectHosts) {
        this.allowedRedirectHosts = allowedRedirectHosts;
    }
}
