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
package io.massms.camel.protocol.soap;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.NotEncodableException;
import io.massms.camel.spi.Parameter;
import java.net.URI;
import java.util.List;

/** A call of one operation being written: SOAP 1.1, document/literal wrapped. */
public final class SoapCall {
    private static final String BEFORE = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + "<soap:Envelope xmlns:soap=\""
            + SoapAnswer.ENVELOPE + "\"><soap:Body>";
    private static final String AFTER = "</soap:Body></soap:Envelope>";
    private static final int USUAL_SIZE = 768;

    private final URI uri;
    private final String namespace;
    private final String operation;
    private final StringBuilder xml = new StringBuilder(USUAL_SIZE).append(BEFORE);

    private SoapCall(URI uri, String namespace, String operation) {
        this.uri = uri;
        this.namespace = namespace;
        this.operation = operation;
        xml.append('<').append(operation).append(" xmlns=\"").append(namespace).append("\">");
    }

    /**
     * Begins a call. Its {@code SOAPAction} is the namespace and the operation, one behind the other.
     *
     * @param  uri       where the service is
     * @param  namespace the service's, with a slash at its end
     * @param  operation its name
     * @return           a call without parameters
     */
    public static SoapCall of(URI uri, String namespace, String operation) {
        return new SoapCall(uri, namespace, operation);
    }

    /**
     * Adds a parameter; their order is that of the service's description.
     *
     * @param  name  as the service spells it
     * @param  value text, a number or a truth value, not yet escaped
     * @return       this
     * @throws       NotEncodableException where the value has a character that no XML document can hold
     */
    public SoapCall add(String name, Object value) {
        xml.append('<').append(name).append('>');
        escape(value.toString());
        xml.append("</").append(name).append('>');
        return this;
    }

    /** A carriage return has to be escaped as well, or the reader makes a line feed of it (XML 1.0, section 2.11). */
    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c);
            }
        }
        if (!value.codePoints().allMatch(SoapCall::isXml)) {
            throw new NotEncodableException(
                    SmsError.TEXT_BAD_CHARACTERS,
                    "A value has a control character or half a character, which XML cannot carry;"
                            + " take it out, or set textPolicy=auto");
        }
    }

    /** XML 1.0, section 2.2. */
    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
    }

    /**
     * Ends the call.
     *
     * @return the whole of it
     */
    public BodyCall call() {
        xml.append("</").append(operation).append('>').append(AFTER);
        return new BodyCall("POST", uri, "text/xml; charset=utf-8", List.of(action()), xml.toString());
    }

    /** SOAP 1.1, section 6.1: the action stands in a header of its own, in quotes. */
    private Parameter action() {
        return new Parameter("SOAPAction", '"' + namespace + operation + '"');
    }
}
