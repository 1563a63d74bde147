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

import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Call;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.smsmasivos.ws.WebMethod.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code GET} or {@code POST /ws/SMSMasivosAPI.asmx/EnviarSMS?usuario=…}: every parameter is needed, the answer is one element. */
final class HttpBinding implements Binding {
    @Override
    public Params arguments(WebMethod method, Call call) throws CallFailure {
        boolean byKey = !call.params().anyCase("apikey").isEmpty();
        return Arguments.of(
                method,
                name -> call.params().optional(name).orElse(null),
                (parameter, value) -> convert(parameter, value, byKey));
    }

    private static String convert(Parameter parameter, String value, boolean byKey) throws CallFailure {
        boolean credential =
                parameter.name().equals("usuario") || parameter.name().equals("clave");
        if (value == null && !(byKey && credential)) {
            throw CallFailure.client("Missing parameter: " + parameter.name() + ".");
        }
        return switch (parameter.type()) {
            case STRING -> value == null ? "" : value;
            case LONG -> number(value);
            case BOOLEAN -> flag(value);
        };
    }

    private static String number(String value) throws CallFailure {
        try {
            return Long.toString(Long.parseLong(value.trim()));
        } catch (NumberFormatException e) {
            throw unconvertible(value, "System.Int64", Arguments.BAD_NUMBER);
        }
    }

    private static String flag(String value) throws CallFailure {
        return switch (value.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> throw unconvertible(value, "System.Boolean", "String was not recognized as a valid Boolean.");
        };
    }

    private static CallFailure unconvertible(String value, String type, String reason) {
        return CallFailure.client(
                "Cannot convert " + value + " to " + type + ".\r\nParameter name: type ---> " + reason);
    }

    @Override
    public Answer result(WebMethod method, Result result) {
        String xml = Xml.DECLARATION + "\r\n<" + result.type() + ' ' + Xml.SCHEMA_NAMESPACES + " xmlns=\""
                + Xml.NAMESPACE + "\">" + result.xml() + "</" + result.type() + '>';
        return Answer.of(200, "text/xml; charset=utf-8", xml, StandardCharsets.UTF_8);
    }

    @Override
    public Answer failure(CallFailure failure) {
        return Answer.of(500, "text/plain; charset=utf-8", failure.getMessage() + "\r\n", StandardCharsets.UTF_8);
    }
}
