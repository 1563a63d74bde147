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

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document of bounded depth whose size the transport has bounded. A document type is refused, so that no entity is ever declared
 * and nothing is ever fetched.
 */
final class XmlReader {
    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    /** .NET writes control characters of a text as references that XML 1.0 forbids, and no parser takes. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));", Pattern.CASE_INSENSITIVE);

    private XmlReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No entity is resolved");
        });
        return factory;
    }

    /**
     * The document's root; what stands behind its end is left unread.
     *
     * @return null for what is no whole and permitted document
     */
    static XmlElement root(String document) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(
                    new StringReader(FORBIDDEN.matcher(document).replaceAll("\uFFFD")));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    return null;
                }
            }
            return element(xml, 1);
        } catch (XMLStreamException | RuntimeException unreadable) {
            return null;
        }
    }

    private static XmlElement element(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("The document is deeper than " + DEEPEST + " elements");
        }
        XmlElement element = new XmlElement(xml.getNamespaceURI(), xml.getLocalName());
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> element.add(element(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    element.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("No entity is resolved");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return element;
    }
}
