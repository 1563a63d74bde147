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

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/**
 * What happens to a request in the end.
 *
 * @param status the HTTP status that the client sees, 0 when it sees none
 * @param body what it sees of the body (of a flood the beginning)
 * @param delivery does it
 */
record Reaction(int status, String body, Handler<HttpServerRequest> delivery) {

    /** The plain case: the client gets the answer. */
    static Reaction of(Answer answer) {
        return new Reaction(answer.status(), answer.text(), http -> Replies.send(http, answer));
    }

    static Reaction silent(Handler<HttpServerRequest> delivery) {
        return new Reaction(0, "", delivery);
    }
}
