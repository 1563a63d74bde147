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
package io.massms.camel.transport;

import io.massms.camel.spi.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;

/** Collects one reply, up to a limit. */
final class ReplyReader {
    private static final byte[] NOTHING = {};

    /** What is announced is believed up to here; an answer about 500 recipients has 24,000 bytes. */
    private static final int AT_ONCE = 1 << 16;

    /** What the last answer said of its type; servers say the same again and again, and it is long to read. */
    private static volatile ReadType lastType = new ReadType("", null);

    private final HttpResponse response;
    private final int limit;
    private byte[] body = NOTHING;
    private int length;

    ReplyReader(HttpResponse response, EntityDetails entity, int limit) throws IOException {
        this.response = response;
        this.limit = limit;
        long announced = entity == null ? 0 : entity.getContentLength();
        if (announced > limit) {
            throw tooLarge();
        }
        if (announced > 0) {
            body = new byte[(int) Math.min(announced, AT_ONCE)];
        }
    }

    void read(ByteBuffer bytes) throws IOException {
        int more = bytes.remaining();
        if (more > limit - length) {
            throw tooLarge();
        }
        if (more > body.length - length) {
            body = Arrays.copyOf(body, Math.min(limit, Math.max(length + more, 2 * length)));
        }
        bytes.get(body, length, more);
        length += more;
    }

    Reply reply(Charset fallback, Clock clock) {
        byte[] whole = length == body.length ? body : Arrays.copyOf(body, length);
        return new Reply(response.getCode(), whole, charset(fallback), retryAfter(clock));
    }

    /** How long the connection may be kept: a second less than the server says, so that it is not found closed. */
    Duration keepAlive(Duration idle) {
        if (response.getFirstHeader(HttpHeaders.KEEP_ALIVE) == null) {
            return idle;
        }
        Duration kept = idle;
        for (Iterator<HeaderElement> it = MessageSupport.iterate(response, HttpHeaders.KEEP_ALIVE); it.hasNext(); ) {
            HeaderElement element = it.next();
            if ("timeout".equalsIgnoreCase(element.getName()) && isNumber(element.getValue())) {
                Duration said =
                        Duration.ofSeconds(Long.parseLong(element.getValue())).minusSeconds(1);
                kept = said.compareTo(kept) < 0 ? said : kept;
            }
        }
        return kept;
    }

    private Charset charset(Charset fallback) {
        Header header = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        if (header == null || header.getValue() == null || header.getValue().indexOf(';') < 0) {
            return fallback;
        }
        ReadType type = lastType;
        if (!type.header.equals(header.getValue())) {
            type = new ReadType(header.getValue(), charsetOf(header.getValue()));
            lastType = type;
        }
        return type.charset == null ? fallback : type.charset;
    }

    private static Charset charsetOf(String header) {
        try {
            ContentType type = ContentType.parseLenient(header);
            return type == null ? null : type.getCharset();
        } catch (RuntimeException unknownCharset) {
            return null;
        }
    }

    private record ReadType(String header, Charset charset) {}

    /** RFC 9110, section 10.2.3: seconds or a date; null where there is neither. */
    private Duration retryAfter(Clock clock) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (isNumber(value)) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant date = DateUtils.parseStandardDate(value);
        if (date == null) {
            return null;
        }
        Duration wait = Duration.between(clock.instant(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static boolean isNumber(String value) {
        return value != null
                && !value.isEmpty()
                && value.length() < 10
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private IOException tooLarge() {
        return new IOException("The reply is larger than " + limit + " bytes");
    }
}
