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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What goes back to the client. */
public record Answer(int status, String contentType, byte[] body, Charset charset) {

    /** What the PHP scripts send: UTF-8 under the name of HTML. */
    public static Answer php(String text) {
        return of(200, "text/html; charset=UTF-8", text, StandardCharsets.UTF_8);
    }

    /** What the ASP pages send: ISO-8859-1. */
    public static Answer asp(String text) {
        return of(200, "text/html; charset=ISO-8859-1", text, StandardCharsets.ISO_8859_1);
    }

    /** A page for people. */
    public static Answer page(int status, String title) {
        String html = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>\n";
        return of(status, "text/html; charset=UTF-8", html, StandardCharsets.UTF_8);
    }

    public static Answer of(int status, String contentType, String text, Charset charset) {
        return new Answer(status, contentType, text.getBytes(charset), charset);
    }

    Answer withBody(byte[] newBody) {
        return new Answer(status, contentType, newBody, charset);
    }

    String text() {
        return new String(body, charset);
    }
}
