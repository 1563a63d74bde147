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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.http.Params;
import java.util.Optional;

/** The two forms of an answer to a send: {@code code;text} with {@code respuestanumerica=1}, else words. */
final class SendAnswer {
    private SendAnswer() {}

    static String of(Params params, String to, Optional<Refusal> refusal) {
        return params.flag("respuestanumerica")
                ? numeric(params, refusal)
                : refusal.map(reason -> to + ": " + reason.text()).orElseGet(() -> success(params, to));
    }

    static String failed(Params params, String text) {
        return params.flag("respuestanumerica") ? "-99;" + text : text;
    }

    private static String numeric(Params params, Optional<Refusal> refusal) {
        return refusal.map(reason -> reason.code() + ';' + reason.numericText())
                .orElse(params.flag("test") ? "1;Simulacro de envío OK." : "0;Mensaje entregado a las telefónicas.");
    }

    private static String success(Params params, String to) {
        return params.flag("test") ? to + ": probando sin enviar" : "OK";
    }
}
