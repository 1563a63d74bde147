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

import java.util.regex.Pattern;

/** The characters that a channel carries: "los caracteres permitidos son". */
enum Alphabet {
    /** Manual, section "Envío de mensajes vía http". */
    WEB("[A-Za-z0-9!?$%()*+,\\-./:;=@ ]*"),
    /** Manual, section "Envío de mensajes vía correo electrónico (SMTP)": the number sign as well. */
    MAIL("[A-Za-z0-9!/?#$%()*+,\\-.:;=@ ]*");

    private final Pattern pattern;

    Alphabet(String regex) {
        pattern = Pattern.compile(regex);
    }

    boolean carries(String text) {
        return pattern.matcher(text).matches();
    }
}
