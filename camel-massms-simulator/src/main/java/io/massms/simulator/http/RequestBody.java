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
package io.massms.simulator.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a request's body up to a limit. */
public final class RequestBody {
    /** No provider takes more in one request. */
    private static final int LIMIT = 32 << 20;

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private RequestBody() {}

    /**
     * The whole body. What grows beyond the limit is thrown away and fails with {@link TooLarge} at its end, because a client that is
     * still writing would not read an earlier answer.
     */
    public static Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        long[] length = new long[1];
        request.handler(chunk -> {
            length[0] += chunk.length();
            if (length[0] <= LIMIT) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            if (length[0] <= LIMIT) {
                promise.tryComplete(body);
            } else {
                promise.tryFail(new TooLarge());
            }
        });
        request.exceptionHandler(promise::tryFail);
        return promise.future();
    }

    /** The charset that the Content-Type names, else UTF-8. */
    static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    static boolean isForm(String contentType) {
        return contentType.isEmpty()
                || contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The body was larger than any request may be. */
    public static final class TooLarge extends Exception {
        TooLarge() {
            super("The body is larger than " + LIMIT + " bytes");
        }
    }
}
