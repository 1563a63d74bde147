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

import io.massms.simulator.provider.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of the web service with their parameters, as client stubs that were generated from its WSDL hold them. */
public enum WebMethod {
    ENVIAR_SMS(
            "EnviarSMS",
            Operation.SEND,
            List.of(text("usuario"), text("clave"), number("numero"), text("texto"), flag("test"))),
    RECIBIR_SMS(
            "RecibirSMS",
            Operation.INBOX,
            List.of(
                    text("usuario"),
                    text("clave"),
                    text("origen"),
                    flag("solonoleidos"),
                    flag("marcarcomoleidos"),
                    flag("traeridinterno")));

    private final String wireName;
    private final Operation operation;
    private final List<Parameter> parameters;

    /** The types of XML Schema that the service uses. */
    enum Type {
        STRING,
        LONG,
        BOOLEAN
    }

    record Parameter(String name, Type type) {}

    WebMethod(String wireName, Operation operation, List<Parameter> parameters) {
        this.wireName = wireName;
        this.operation = operation;
        this.parameters = parameters;
    }

    private static Parameter text(String name) {
        return new Parameter(name, Type.STRING);
    }

    private static Parameter number(String name) {
        return new Parameter(name, Type.LONG);
    }

    private static Parameter flag(String name) {
        return new Parameter(name, Type.BOOLEAN);
    }

    public String wireName() {
        return wireName;
    }

    public Operation operation() {
        return operation;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** By the SOAPAction, quoted or not. */
    static Optional<WebMethod> ofAction(String action) {
        return Stream.of(values())
                .filter(method -> action.equals(Xml.NAMESPACE + method.wireName))
                .findFirst();
    }

    /** By the end of the path. */
    static Optional<WebMethod> ofName(String name) {
        return Stream.of(values())
                .filter(method -> method.wireName.equalsIgnoreCase(name))
                .findFirst();
    }
}
