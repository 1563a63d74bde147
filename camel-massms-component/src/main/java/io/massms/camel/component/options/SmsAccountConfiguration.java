/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.massms.camel.component.options;

import io.massms.camel.spi.Channel;
import io.massms.camel.spi.HttpMethod;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Whose account it is and how the provider is reached. */
@UriParams
public abstract class SmsAccountConfiguration {
    @UriParam(label = "security", secret = true)
    private String apiId;

    @UriParam(label = "security", secret = true)
    private String user;

    @UriParam(label = "security", secret = true)
    private String password;

    @UriParam(label = "security", secret = true)
    private String token;

    @UriParam(label = "security", secret = true)
    private String apiKey;

    @UriParam(label = "common")
    private String baseUrl;

    @UriParam(label = "common", defaultValue = "POST")
    private HttpMethod httpMethod = HttpMethod.POST;

    @UriParam(label = "common", defaultValue = "http")
    private Channel channel = Channel.http;

    @UriParam(label = "common")
    private String country;

    @UriParam(label = "common")
    private String zone;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "30000")
    private long requestTimeout = 30_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long connectTimeout = 10_000;

    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;

    public String getApiId() {
        return apiId;
    }

    /**
     * The company id of the account (linktosms, markettext).
     */
    public void setApiId(String apiId) {
        this.apiId = apiId;
    }

    public String getUser() {
        return user;
    }

    /**
     * The user name of the account.
     */
    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    /**
     * The password of the user.
     */
    public void setPassword(String password) {
        this.password = password;
    }

    public String getToken() {
        return token;
    }

    /**
     * The token that authorizes sending (itcloud).
     */
    public void setToken(String token) {
        this.token = token;
    }

    public String getApiKey() {
        return apiKey;
    }

    /**
     * The key of the account, used instead of user and password (smsmasivos).
     */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * Replaces the scheme, host and port of every URL of the provider. The provider's own path is appended to it. Use
     * it for the simulator or for a gateway in front of the provider.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public HttpMethod getHttpMethod() {
        return httpMethod;
    }

    /**
     * The HTTP method of requests to the provider. POST keeps credentials out of URLs and proxy logs.
     */
    public void setHttpMethod(HttpMethod httpMethod) {
        this.httpMethod = httpMethod;
    }

    public Channel getChannel() {
        return channel;
    }

    /**
     * The provider's interface to use: http, or for smsmasivos also block, soap, smtp.
     */
    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getCountry() {
        return country;
    }

    /**
     * The ISO 3166 code, such as CO, of the country of numbers that are written without a country code. For a provider
     * whose accounts belong to one country (smsmasivos) it is also the country of the account. The default is the
     * provider's home country.
     */
    public void setCountry(String country) {
        this.country = country;
    }

    public String getZone() {
        return zone;
    }

    /**
     * The time zone in which the provider reads and writes times, such as America/Bogota. The default is the
     * provider's own time zone.
     */
    public void setZone(String zone) {
        this.zone = zone;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * The longest time that a request may take, from its start to the last byte of the answer. A send that times out
     * is uncertain: the provider may have taken the message. At least 1 ms.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * The longest time that it may take to open a connection. When this time ends, nothing has been sent. At least 1
     * ms.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * The TLS configuration. The default is the one of the http component, or the global one if
     * useGlobalSslContextParameters is true.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
