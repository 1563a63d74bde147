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
package io.massms.camel.component.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON that Jackson has read into a tree. To whom does not know it each of its nodes is a list: an object one of its values. */
public final class JsonTrees {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTrees() {}

    /**
     * What a tree stands for.
     *
     * @param  body of any kind
     * @return      a map, list, text, number or null where it is a node of a tree; else the body
     */
    public static Object plain(Object body) {
        return body instanceof JsonNode node ? JSON.convertValue(node, Object.class) : body;
    }
}
