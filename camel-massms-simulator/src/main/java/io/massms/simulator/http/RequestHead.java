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

/**
 * What is known of a request before its body has come.
 *
 * @param method the HTTP method
 * @param url the URL by which it was asked, without the query
 * @param path the path below the provider's mount
 * @param query the raw query string, empty when there is none
 * @param contentType of the body, empty when it is not named
 * @param soapAction the header of that name, empty when it is missing
 */
public record RequestHead(String method, String url, String path, String query, String contentType, String soapAction) {

    public boolean post() {
        return method.equals("POST");
    }
}
