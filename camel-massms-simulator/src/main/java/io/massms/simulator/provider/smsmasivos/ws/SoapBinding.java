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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SOAP, document/literal wrapped: what is missing in a call has its type's default. */
enum SoapBinding implements Binding {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml") {
        @Override
        String fault(CallFailure failure) {
            String code = switch (failure.blame()) {
                case CLIENT -> "soap:Client";
                case SERVER -> "soap:Server";
                case VERSION -> "soap:VersionMismatch";
            };
            return Xml.element("faultcode", code) + Xml.element("faultstring", sentence(failure)) + "<detail />";
        }
    },
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml") {
        @Override
        String fault(CallFailure failure) {
            String code = switch (failure.blame()) {
                case CLIENT -> "soap:Sender";
                case SERVER -> "soap:Receiver";
                case VERSION -> "soap:VersionMismatch";
            };
            return "<soap:Code>" + Xml.element("soap:Value", code)
                    + "</soap:Code><soap:Reason><soap:Text xml:lang=\"en\">" + Xml.escape(sentence(failure))
                    + "</soap:Text></soap:Reason><soap:Detail />";
        }
    };

    private static final Pattern ACTION = Pattern.compile("[;\\s]action=\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

    private final String envelope;
    private final String mediaType;

    SoapBinding(String envelope, String mediaType) {
        this.envelope = envelope;
        this.mediaType = mediaType;
    }

    abstract String fault(CallFailure failure);

    String mediaType() {
        return mediaType;
    }

    /** The action of SOAP 1.1 is a header of its own; that of 1.2 is a parameter of the Content-Type. */
    Optional<WebMethod> method(String contentType, String soapAction) {
        return WebMethod.ofAction(action(contentType, soapAction));
    }

    private String action(String contentType, String soapAction) {
        if (this == SOAP_11) {
            return soapAction.replace("\"", "").trim();
        }
        Matcher action = ACTION.matcher(contentType);
        return action.find() ? action.group(1) : "";
    }

    CallFailure unknownAction(String contentType, String soapAction) {
        String action = action(contentType, soapAction);
        if (this == SOAP_11) {
            return CallFailure.client("Server did not recognize the value of HTTP Header SOAPAction: " + action + ".");
        }
        return CallFailure.client(
                action.isEmpty()
                        ? "Unable to handle request without a valid action parameter. Please supply a valid soap action."
                        : "Unable to handle request. The action '" + action + "' was not recognized.");
    }

    /** The parameters as they stand in the body. */
    Params raw(WebMethod method, String body) throws CallFailure {
        return SoapReader.read(body, envelope, method.wireName());
    }

    @Override
    public Params arguments(WebMethod method, Call call) throws CallFailure {
        Params raw = raw(method, call.body());
        return Arguments.of(method, name -> raw.optional(name).orElse(null), SoapBinding::convert);
    }

    private static String convert(Parameter parameter, String value) throws CallFailure {
        return switch (parameter.type()) {
            case STRING -> value == null ? "" : value;
            case LONG -> value == null ? "0" : number(value.trim());
            case BOOLEAN -> value == null ? "0" : flag(value.trim());
        };
    }

    private static String number(String value) throws CallFailure {
        try {
            return Long.toString(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw CallFailure.unreadable("There is an error in XML document. ---> " + Arguments.BAD_NUMBER);
        }
    }

    private static String flag(String value) throws CallFailure {
        return switch (value) {
            case "true", "1" -> "1";
            case "false", "0" -> "0";
            default ->
                throw CallFailure.unreadable("There is an error in XML document. ---> The string '" + value
                        + "' is not a valid Boolean value.");
        };
    }

    @Override
    public Answer result(WebMethod method, Result result) {
        String name = method.wireName();
        return answer(
                200,
                '<' + name + "Response xmlns=\"" + Xml.NAMESPACE + "\"><" + name + "Result>" + result.xml() + "</"
                        + name + "Result></" + name + "Response>");
    }

    /** ASP.NET answers 500, but 400 to the sender's mistakes in SOAP 1.2. */
    @Override
    public Answer failure(CallFailure failure) {
        boolean sender = this == SOAP_12 && failure.blame() == CallFailure.Blame.CLIENT;
        return answer(sender ? 400 : 500, "<soap:Fault>" + fault(failure) + "</soap:Fault>");
    }

    private static String sentence(CallFailure failure) {
        return failure.blame() == CallFailure.Blame.SERVER
                ? "Server was unable to process request. ---> " + failure.getMessage()
                : failure.getMessage();
    }

    private Answer answer(int status, String body) {
        String xml = Xml.DECLARATION + "<soap:Envelope xmlns:soap=\"" + envelope + "\" " + Xml.SCHEMA_NAMESPACES
                + "><soap:Body>" + body + "</soap:Body></soap:Envelope>";
        return Answer.of(status, mediaType + "; charset=utf-8", xml, StandardCharsets.UTF_8);
    }
}
