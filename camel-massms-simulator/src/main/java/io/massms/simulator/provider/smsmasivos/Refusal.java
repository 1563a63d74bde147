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

import java.util.List;

/**
 * Why smsmasivos does not take a message.
 *
 * @param code as in the manual's table of RESPUESTANUMERICA
 * @param numericText what stands after the code
 * @param text what stands after the number when no numeric answer is asked for
 */
record Refusal(String code, String numericText, String text) {
    static final Refusal LANDLINE =
            of("-1", "El número corresponde a un teléfono fijo.", "el número corresponde a un teléfono fijo");
    static final Refusal MANY_FAILURES = of(
            "-2",
            "El número no puede recibir más mensajes porque tuvo muchos fallos en el pasado.",
            "el número no puede recibir más mensajes porque tuvo muchos fallos en el pasado");
    static final Refusal OPTED_OUT = of(
            "-3",
            "El número no puede recibir más mensajes porque envió la palabra BAJA.",
            "el número no puede recibir más mensajes porque envió la palabra BAJA");
    static final Refusal SPAM = of(
            "-5",
            "El texto del mensaje podría ser categorizado como SPAM.",
            "el texto del mensaje podría ser categorizado como SPAM");
    static final Refusal TOO_LONG =
            of("-6", "El texto del mensaje es muy largo", "el texto del mensaje es muy largo (máximo 160 caracteres)");
    static final Refusal BAD_DIGITS =
            of("-8", "El número contiene caracteres inválidos", "el número contiene caracteres inválidos");
    static final Refusal BAD_AREA =
            of("-9", "El número tiene una característica inválida", "el número tiene una característica inválida");
    static final Refusal REJECTED =
            of("-10", "Destinatario rechazado por la telefónica", "destinatario rechazado por la telefónica");
    static final Refusal BAD_CHARACTERS = of(
            "-11",
            "El texto del mensaje contiene caracteres inválidos",
            "el texto del mensaje contiene caracteres inválidos");
    static final Refusal NOT_NATIONAL =
            of("-12", "El número nacional debe comenzar con 1, 2 o 3", "el número nacional debe comenzar con 1, 2 o 3");
    static final Refusal DO_NOT_CALL = of(
            "-14",
            "El número se encuentra adherido al registro \"No Llame\"",
            "el número se encuentra adherido al registro \"No Llame\"");
    static final Refusal UNFILLED_FIELD =
            other("el texto del mensaje contiene un campo personalizable que no ha sido completado (ejemplo: *1*)");
    static final Refusal EMPTY = other("el texto del mensaje está vacío");
    static final Refusal OUTSIDE_HOURS = other("el envío está fuera de la franja horaria habilitada");
    static final Refusal OTHER = other("Otro");

    private static final List<Refusal> ALL = List.of(
            LANDLINE,
            MANY_FAILURES,
            OPTED_OUT,
            SPAM,
            TOO_LONG,
            BAD_DIGITS,
            BAD_AREA,
            REJECTED,
            BAD_CHARACTERS,
            NOT_NATIONAL,
            DO_NOT_CALL);

    static Refusal tooShort(int digits) {
        return of("-7", digitsRule(digits), "el número de celular es muy corto");
    }

    static Refusal tooLong(int digits) {
        return of("-7", digitsRule(digits), "el número de celular es muy largo");
    }

    static Refusal duplicate(long hours) {
        return of(
                "-4",
                "El número recibió un mensaje idéntico hace menos de " + hours + " horas.",
                "el número recibió un mensaje idéntico hace menos de " + hours + " horas (no se hará el envío).");
    }

    static Refusal noBalance(String contracted) {
        return other("se han agotado los " + contracted + " SMS contratados");
    }

    static Refusal expired(String date) {
        return other("el contrato para enviar SMS ha expirado el " + date);
    }

    /** A code that a fault dictates, with the manual's words where it has any. */
    static Refusal forced(String code) {
        return switch (code) {
            case "-4" -> duplicate(48);
            case "-7" -> tooShort(10);
            default ->
                ALL.stream()
                        .filter(refusal -> refusal.code.equals(code))
                        .findFirst()
                        .orElse(of(code, OTHER.numericText, OTHER.text));
        };
    }

    private static String digitsRule(int digits) {
        return "El número debe tener " + digits + " dígitos";
    }

    /** Failures that the manual's texts know, but its numbers do not. */
    private static Refusal other(String text) {
        return of("-99", text, text);
    }

    private static Refusal of(String code, String numericText, String text) {
        return new Refusal(code, numericText, text);
    }
}
