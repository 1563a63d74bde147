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

import java.util.ArrayList;
import java.util.List;

/** An element of a document that was read: its name, its children, and its text, which only elements without children have. */
public final class XmlElement {
    private final String namespace;
    private final String name;
    private final List<XmlElement> children = new ArrayList<>(4);
    private final StringBuilder text = new StringBuilder();

    XmlElement(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more) {
        text.append(more);
    }

    boolean is(String expectedNamespace, String expectedName) {
        return name.equals(expectedName) && expectedNamespace.equals(namespace);
    }

    /**
     * The name without its namespace.
     *
     * @return never null
     */
    public String name() {
        return name;
    }

    /**
     * What stands in it.
     *
     * @return in the order of the document
     */
    public List<XmlElement> children() {
        return children;
    }

    /**
     * The first child of a name, whatever its namespace.
     *
     * @param  childName its name
     * @return           null where there is none
     */
    public XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /**
     * The text of the first child of a name.
     *
     * @param  childName its name
     * @return           null where there is no such child
     */
    public String textOf(String childName) {
        XmlElement child = child(childName);
        return child == null ? null : child.text();
    }

    /**
     * The text.
     *
     * @return empty where there is none
     */
    public String text() {
        return text.toString();
    }

    /** The name alone: the text can be personal data. */
    @Override
    public String toString() {
        return name;
    }
}
