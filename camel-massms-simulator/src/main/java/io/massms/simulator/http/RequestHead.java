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
package io.massms.simulator.http;

import java.util.List;
import java.util.Map;

/**
 * What is known of a request before its body has come.
 *
 * @param method the HTTP method
 * @param url the URL by which it was asked, without the query
 * @param path the path below the provider's mount
 * @param query the raw query string, empty when there is none
 * @param headers as they came
 */
public record RequestHead(
        String method, String url, String path, String query, List<Map.Entry<String, String>> headers) {

    public RequestHead {
        headers = List.copyOf(headers);
    }

    public boolean post() {
        return method.equals("POST");
    }

    /** The first header of that name, whatever its case; empty when there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    public String contentType() {
        return header("Content-Type");
    }
}
