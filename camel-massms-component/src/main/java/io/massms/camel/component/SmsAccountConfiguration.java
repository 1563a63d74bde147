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
package io.massms.camel.component;

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
     * The id of the client (linktosms, markettext).
     */
    public void setApiId(String apiId) {
        this.apiId = apiId;
    }

    public String getUser() {
        return user;
    }

    /**
     * The name of the user.
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
     * The token for sending (itcloud).
     */
    public void setToken(String token) {
        this.token = token;
    }

    public String getApiKey() {
        return apiKey;
    }

    /**
     * The key that stands for user and password (smsmasivos).
     */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * Replaces scheme, host and port of every URL of the provider; the provider's own path is appended.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public HttpMethod getHttpMethod() {
        return httpMethod;
    }

    /**
     * How requests travel. POST keeps credentials out of URLs and proxy logs.
     */
    public void setHttpMethod(HttpMethod httpMethod) {
        this.httpMethod = httpMethod;
    }

    public Channel getChannel() {
        return channel;
    }

    /**
     * By which of its interfaces the provider is spoken to.
     */
    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getCountry() {
        return country;
    }

    /**
     * The ISO 3166 region of numbers written without a country code, and of the account where the provider ties
     * accounts to a country. The provider's home by default.
     */
    public void setCountry(String country) {
        this.country = country;
    }

    public String getZone() {
        return zone;
    }

    /**
     * The time zone in which the provider reads scheduled times, such as America/Bogota. The provider's own by
     * default.
     */
    public void setZone(String zone) {
        this.zone = zone;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long a request may take from its start to the last byte of the answer. When it ends, the outcome is
     * uncertain.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long it may take to connect. When it ends, nothing has been sent.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * The TLS configuration. By default the one of the http component, or the global one where
     * useGlobalSslContextParameters is set.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
