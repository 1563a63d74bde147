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
package io.massms.simulator.control;

/** A control call that cannot be done, with the status and the sentence that the caller gets. */
final class Problem extends RuntimeException {
    private final int status;

    private Problem(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static Problem badRequest(String sentence) {
        return new Problem(400, sentence);
    }

    static Problem forbidden(String sentence) {
        return new Problem(403, sentence);
    }

    static Problem notFound(String sentence) {
        return new Problem(404, sentence);
    }

    int status() {
        return status;
    }
}
