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
package io.massms.simulator.provider.masms;

import java.util.stream.Stream;

/** Manual, section "Respuestas de error". */
enum MasmsError {
    NO_API_ID(101, "No se ha recibido el parámetro API_ID"),
    NO_USER(102, "No se ha recibido el parámetro USER"),
    NO_PASSWORD(103, "No se ha recibido el parámetro PASSWORD"),
    NO_TO(104, "No se ha recibido el parámetro TO"),
    NO_TEXT(105, "No se ha recibido el parámetro TEXT"),
    BAD_SENDER(106, "Remitente contiene más de 11 caracteres"),
    WRONG_CREDENTIALS(107, "Datos de acceso incorrectos"),
    PRODUCT_INACTIVE(108, "Producto no activo en su cuenta"),
    COMPANY_INACTIVE(109, "ID de empresa inactivo, por favor contáctenos"),
    NO_BALANCE(110, "Sin Saldo de envío"),
    TOO_MANY_RECIPIENTS(111, "El envío supera la cantidad de 100 móviles permitidos");

    private final String code;
    private final String text;

    MasmsError(int code, String text) {
        this.code = Integer.toString(code);
        this.text = text;
    }

    String code() {
        return code;
    }

    /** The manual's text for a code; empty for a code that it does not have. */
    static String textOf(String code) {
        return Stream.of(values())
                .filter(error -> error.code.equals(code))
                .map(error -> error.text)
                .findFirst()
                .orElse("");
    }
}
