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
package io.massms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** What the baselines write by hand. */
public final class Wire {
    public static final String TEXT = "Su cita es hoy a las 3";
    public static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    public static final String PATH = "/massms/api/sendmsg.php";

    /** What became of a message that the provider took. */
    public static final String STATE = "ENROUTE";

    private Wire() {}

    static String body(String to) {
        return body(to, TEXT);
    }

    /** The body of a request. */
    public static String body(String to, String text) {
        return "api_id=acme&user=ana&password=s3cret-one&to=" + URLEncoder.encode(to, UTF_8) + "&text="
                + URLEncoder.encode(text, UTF_8) + "&senderid=&smstype=y";
    }

    /** As coarse as can be: each accepted recipient has a colon. */
    static int accepted(String answer) {
        int count = 0;
        for (int at = answer.indexOf(':'); at >= 0; at = answer.indexOf(':', at + 1)) {
            count++;
        }
        return count;
    }
}
