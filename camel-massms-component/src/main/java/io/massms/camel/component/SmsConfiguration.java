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

import io.massms.camel.dispatch.Duplicates;
import io.massms.camel.dispatch.NumberPolicy;
import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.model.MessageType;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.text.LongText;
import io.massms.camel.text.TextPolicy;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of the component and of its endpoints. */
@UriParams
public class SmsConfiguration implements Cloneable {
    @UriPath
    @Metadata(required = true)
    private String provider;

    @UriParam(enums = "send,status,balance,inbox,expiry,sentCount,serverTime", defaultValue = "send")
    private String operation = "send";

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

    @UriParam(label = "producer")
    private String to;

    @UriParam(label = "producer")
    private String from;

    @UriParam(label = "producer", defaultValue = "ONE_WAY")
    private MessageType messageType = MessageType.ONE_WAY;

    @UriParam(label = "producer", defaultValue = "normalize")
    private NumberPolicy numberPolicy = NumberPolicy.normalize;

    @UriParam(label = "producer", defaultValue = "auto")
    private TextPolicy textPolicy = TextPolicy.auto;

    @UriParam(label = "producer", defaultValue = "reject")
    private LongText longText = LongText.reject;

    @UriParam(label = "producer", defaultValue = "send")
    private Duplicates duplicates = Duplicates.send;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean dryRun;

    @UriParam(label = "producer", defaultValue = "all")
    private ReceiptsKept receipts = ReceiptsKept.all;

    @UriParam(label = "producer,advanced")
    private Integer recipientsPerRequest;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration")
    private Long requestInterval;

    @UriParam(label = "producer,advanced", defaultValue = "8")
    private int concurrentRequests = 8;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "30000")
    private long requestTimeout = 30_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long connectTimeout = 10_000;

    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;

    /**
     * A copy that can be changed without changing this.
     *
     * @return the copy
     */
    public SmsConfiguration copy() {
        try {
            return (SmsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getProvider() {
        return provider;
    }

    /**
     * The provider: linktosms, markettext, itcloud, natalia, smsmasivos, or the id of an SmsProvider found in the
     * registry or through ServiceLoader.
     */
    public void setProvider(String provider) {
        this.provider = provider;
    }

    public String getOperation() {
        return operation;
    }

    /**
     * What to do. Not every provider has every operation.
     */
    public void setOperation(String operation) {
        this.operation = operation;
    }

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

    public String getTo() {
        return to;
    }

    /**
     * The recipient of messages that name none, or several with commas between them.
     */
    public void setTo(String to) {
        this.to = to;
    }

    public String getFrom() {
        return from;
    }

    /**
     * The sender id of messages that name none. Ignored by providers whose protocol carries none.
     */
    public void setFrom(String from) {
        this.from = from;
    }

    public MessageType getMessageType() {
        return messageType;
    }

    /**
     * The type of messages that name none.
     */
    public void setMessageType(MessageType messageType) {
        this.messageType = messageType;
    }

    public NumberPolicy getNumberPolicy() {
        return numberPolicy;
    }

    /**
     * What happens to numbers: normalize turns every way to write one into the form of the provider and rejects
     * impossible ones unsent, asIs sends them as they are.
     */
    public void setNumberPolicy(NumberPolicy numberPolicy) {
        this.numberPolicy = numberPolicy;
    }

    public TextPolicy getTextPolicy() {
        return textPolicy;
    }

    /**
     * What happens to characters: auto transliterates only what the provider or channel cannot carry, gsm7
     * transliterates to the GSM 03.38 alphabet, strict rejects instead of changing, asIs sends the text as it is.
     */
    public void setTextPolicy(TextPolicy textPolicy) {
        this.textPolicy = textPolicy;
    }

    public LongText getLongText() {
        return longText;
    }

    /**
     * What happens to texts beyond the limit of the provider: reject, split into numbered parts, or truncate.
     */
    public void setLongText(LongText longText) {
        this.longText = longText;
    }

    public Duplicates getDuplicates() {
        return duplicates;
    }

    /**
     * What happens to a recipient that comes again with the same text in one send (among the last 100,000 messages):
     * send again or skip. Either way the receipt says so.
     */
    public void setDuplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Whether to validate, count and report only: nothing leaves, or the own TEST flag of the provider is set.
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public ReceiptsKept getReceipts() {
        return receipts;
    }

    /**
     * How much of the result is kept in memory: all receipts, the failed ones, or none. The counts are always
     * complete.
     */
    public void setReceipts(ReceiptsKept receipts) {
        this.receipts = receipts;
    }

    public Integer getRecipientsPerRequest() {
        return recipientsPerRequest;
    }

    /**
     * The most recipients in one request. The limit of the provider is the default and the ceiling.
     */
    public void setRecipientsPerRequest(Integer recipientsPerRequest) {
        this.recipientsPerRequest = recipientsPerRequest;
    }

    public Long getRequestInterval() {
        return requestInterval;
    }

    /**
     * How long to wait between the starts of two requests of the account. By default what the provider asks for
     * (itcloud 2 seconds, others none).
     */
    public void setRequestInterval(Long requestInterval) {
        this.requestInterval = requestInterval;
    }

    public int getConcurrentRequests() {
        return concurrentRequests;
    }

    /**
     * The most requests of one exchange under way at a time.
     */
    public void setConcurrentRequests(int concurrentRequests) {
        this.concurrentRequests = concurrentRequests;
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
