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
package io.massms.camel.tracker;

import java.util.UUID;

/**
 * What is about to be stored of a submission.
 *
 * @param id         its id, if it is admitted
 * @param submission what is to be sent
 * @param key        the key that it takes; null for none
 */
record Intent(UUID id, Submission submission, UUID key) {
    static Intent of(UUID id, Submission submission) {
        return new Intent(id, submission, submission.key());
    }
}
