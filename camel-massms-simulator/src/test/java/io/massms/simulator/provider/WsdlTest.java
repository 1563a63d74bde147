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
package io.massms.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.wsdl.Definition;
import javax.wsdl.Port;
import javax.wsdl.extensions.http.HTTPAddress;
import javax.wsdl.extensions.soap.SOAPAddress;
import javax.wsdl.extensions.soap12.SOAP12Address;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class WsdlTest {
    private static final String ASMX = "/ws/SMSMasivosAPI.asmx";
    private static final String NAMESPACE = "http://servicio.smsmasivos.com.ar/ws/";
    private final Simulator simulator = Simulator.start();
    private final TestClient client = new TestClient(simulator.baseUrl("smsmasivos"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void describesTheFourPortsOfAnAspNetService() throws Exception {
        assertThat(new TreeSet<>(ports().keySet()))
                .containsExactly(
                        "SMSMasivosAPIHttpGet", "SMSMasivosAPIHttpPost", "SMSMasivosAPISoap", "SMSMasivosAPISoap12");
        for (Port port : ports().values()) {
            assertThat(port.getBinding().getPortType().getOperations()).hasSize(2);
            assertThat(port.getBinding().getBindingOperations()).hasSize(2);
        }
    }

    @Test
    void everyAddressIsTheUrlByWhichItWasAsked() throws Exception {
        Set<String> addresses = ports().values().stream().map(WsdlTest::address).collect(Collectors.toSet());

        assertThat(addresses).containsExactly(simulator.baseUrl("smsmasivos") + ASMX);
    }

    @Test
    void theAnswersAreValidByItsSchema() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Hola <>", "id-1");
        Document wsdl = parse(client.call("GET", ASMX + "?wsdl").text());
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new DOMSource(wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                        .item(0)));

        for (String operation : List.of("EnviarSMS", "RecibirSMS")) {
            Document answer = parse(client.send(
                            ASMX,
                            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><" + operation
                                    + " xmlns=\"" + NAMESPACE + "\"><usuario>u</usuario><clave>c</clave>"
                                    + "<traeridinterno>true</traeridinterno></" + operation + "></s:Body></s:Envelope>",
                            "Content-Type",
                            "text/xml",
                            "SOAPAction",
                            NAMESPACE + operation)
                    .text());
            Node response = answer.getElementsByTagNameNS(NAMESPACE, operation + "Response")
                    .item(0);
            schema.newValidator().validate(new DOMSource(response));
        }
        Element inbox = parse(client.get(
                        ASMX + "/RecibirSMS",
                        "usuario",
                        "u",
                        "clave",
                        "c",
                        "origen",
                        "",
                        "solonoleidos",
                        "false",
                        "marcarcomoleidos",
                        "false",
                        "traeridinterno",
                        "False"))
                .getDocumentElement();
        schema.newValidator().validate(new DOMSource(inbox));
        assertThat(inbox.getLocalName()).isEqualTo("ArrayOfClsRespuesta");
    }

    private Map<String, Port> ports() throws Exception {
        WSDLReader reader = WSDLFactory.newInstance().newWSDLReader();
        reader.setFeature("javax.wsdl.verbose", false);
        Definition definition = reader.readWSDL(simulator.baseUrl("smsmasivos") + ASMX + "?WSDL");
        @SuppressWarnings("unchecked")
        Map<String, Port> ports = definition
                .getService(new javax.xml.namespace.QName(NAMESPACE, "SMSMasivosAPI"))
                .getPorts();
        return ports;
    }

    private static String address(Port port) {
        Object address = port.getExtensibilityElements().get(0);
        if (address instanceof SOAPAddress soap) {
            return soap.getLocationURI();
        }
        return address instanceof SOAP12Address soap12
                ? soap12.getLocationURI()
                : ((HTTPAddress) address).getLocationURI();
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
