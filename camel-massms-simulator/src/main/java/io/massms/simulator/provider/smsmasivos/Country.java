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

/** The numbers of the account's country: manual, section "Envío de mensajes vía http", parameter TOS. */
enum Country {
    AR(10, "(11|2[2-9]|3[2-9])\\d+"),
    GT(8, "[3-5]\\d+"),
    MX(10, "[2-9]\\d+"),
    PE(9, "9\\d+"),
    UY(8, "9\\d+");

    private final int digits;
    private final Pattern area;

    Country(int digits, String area) {
        this.digits = digits;
        this.area = Pattern.compile(area);
    }

    int digits() {
        return digits;
    }

    boolean hasArea(String number) {
        return area.matcher(number).matches();
    }

    /** "No hace falta el cero inicial. Si se coloca, el sistema lo quita automáticamente" (Uruguay). */
    String national(String number) {
        return this == UY && number.startsWith("0") ? number.substring(1) : number;
    }
}
