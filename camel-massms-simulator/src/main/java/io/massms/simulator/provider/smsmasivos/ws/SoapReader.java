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

import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.http.Params;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the parameters out of an envelope. A document type is refused, so no entity is ever resolved. */
final class SoapReader {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;

    private SoapReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No entity is resolved");
        });
        return factory;
    }

    /**
     * The parameters of one operation.
     *
     * @throws CallFailure when it is not an envelope of that version with that operation in its body
     */
    static Params read(String body, String envelope, String operation) throws CallFailure {
        try {
            return new SoapReader(FACTORY.createXMLStreamReader(new StringReader(body))).call(envelope, operation);
        } catch (XMLStreamException e) {
            throw CallFailure.unreadable("There is an error in XML document.");
        }
    }

    private Params call(String envelope, String operation) throws XMLStreamException, CallFailure {
        expectEnvelope(envelope);
        while (nextElement()) {
            if (xml.getLocalName().equals("Body") && xml.getNamespaceURI().equals(envelope)) {
                return operation(operation);
            }
            skip();
        }
        throw CallFailure.unreadable("There is no soap:Body in the envelope.");
    }

    private void expectEnvelope(String envelope) throws XMLStreamException, CallFailure {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw CallFailure.unreadable("For security reasons DTD is prohibited in this XML document.");
            }
        }
        if (!xml.getLocalName().equals("Envelope")) {
            throw CallFailure.unreadable("There is no soap:Envelope in the request.");
        }
        if (xml.getNamespaceURI() == null) {
            throw CallFailure.unreadable("The soap:Envelope has no namespace.");
        }
        if (!envelope.equals(xml.getNamespaceURI())) {
            throw CallFailure.version(xml.getNamespaceURI(), envelope);
        }
    }

    private Params operation(String operation) throws XMLStreamException, CallFailure {
        boolean expected =
                nextElement() && xml.getLocalName().equals(operation) && Xml.NAMESPACE.equals(xml.getNamespaceURI());
        if (!expected) {
            throw CallFailure.unreadable("The body does not hold the element " + operation + " of " + Xml.NAMESPACE);
        }
        List<Field> fields = new ArrayList<>();
        while (nextElement()) {
            boolean meant = Xml.NAMESPACE.equals(xml.getNamespaceURI())
                    && !"true".equals(xml.getAttributeValue(INSTANCE, "nil"));
            if (meant) {
                fields.add(new Field(xml.getLocalName(), xml.getElementText()));
            } else {
                skip();
            }
        }
        return new Params(List.copyOf(fields));
    }

    /** Moves to the next child; false at the end of the parent. */
    private boolean nextElement() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = xml.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
