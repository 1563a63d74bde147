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
package io.massms.simulator.provider.smsmasivos.ws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The service's description and its page for people, with the URL at which they were asked for. */
final class Pages {
    private static final String LOCATION = "${location}";
    private static final String WSDL = load("SMSMasivosAPI.wsdl");
    private static final String HELP = load("SMSMasivosAPI.html");

    private Pages() {}

    static String wsdl(String url) {
        return WSDL.replace(LOCATION, Xml.escape(url));
    }

    static String help(String url) {
        return HELP.replace(LOCATION, Xml.escape(url));
    }

    private static String load(String name) {
        try (InputStream resource = Pages.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
