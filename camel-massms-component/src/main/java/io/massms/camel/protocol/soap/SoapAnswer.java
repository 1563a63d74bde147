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

import java.util.Locale;

/**
 * An envelope that came back: a result or a fault.
 *
 * @param result what the operation's response holds, an empty element where that is nothing; null where there is a fault
 * @param fault  null where there is a result
 */
public record SoapAnswer(XmlElement result, Fault fault) {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENVELOPE_12 = "http://www.w3.org/2003/05/soap-envelope";

    /**
     * Why there is no result.
     *
     * @param code   as it came, without its prefix: {@code Client}, {@code Server} and the like
     * @param reason the service's words; empty where it has none
     */
    public record Fault(String code, String reason) {

        /**
         * Whether the service says that it could not read the call (SOAP 1.1, section 4.4.1): it did nothing then.
         *
         * @return false where it may have done something
         */
        public boolean blamesTheCall() {
            String lower = code.toLowerCase(Locale.ROOT);
            return lower.startsWith("client")
                    || lower.startsWith("sender")
                    || lower.equals("versionmismatch")
                    || lower.equals("mustunderstand");
        }
    }

    /**
     * Reads the answer to a call of an operation.
     *
     * @param  document  the reply's text
     * @param  operation its name
     * @return           null for what is no whole envelope of SOAP 1.1 (or 1.2) with a response of this operation or a fault in it
     */
    public static SoapAnswer read(String document, String operation) {
        XmlElement envelope = document.startsWith("<") ? XmlReader.root(document) : null;
        if (envelope == null || !isPart(envelope, "Envelope")) {
            return null;
        }
        XmlElement body = envelope.child("Body");
        if (body == null || !isPart(body, "Body") || body.children().isEmpty()) {
            return null;
        }
        XmlElement first = body.children().get(0);
        if (isPart(first, "Fault")) {
            return new SoapAnswer(null, fault(first));
        }
        XmlElement result = first.name().equals(operation + "Response") ? result(first, operation) : null;
        return result == null ? null : new SoapAnswer(result, null);
    }

    /** .NET leaves out a result that is null: then the response itself is as empty. */
    private static XmlElement result(XmlElement response, String operation) {
        boolean isEmpty = response.children().isEmpty() && response.text().isBlank();
        return isEmpty ? response : response.child(operation + "Result");
    }

    private static boolean isPart(XmlElement element, String name) {
        return element.is(ENVELOPE, name) || element.is(ENVELOPE_12, name);
    }

    private static Fault fault(XmlElement fault) {
        if (fault.child("Code") != null) {
            XmlElement reason = fault.child("Reason");
            return new Fault(
                    code(fault.child("Code").textOf("Value")), text(reason == null ? null : reason.textOf("Text")));
        }
        return new Fault(code(fault.textOf("faultcode")), text(fault.textOf("faultstring")));
    }

    private static String code(String qualified) {
        String code = text(qualified);
        return code.substring(code.indexOf(':') + 1);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
