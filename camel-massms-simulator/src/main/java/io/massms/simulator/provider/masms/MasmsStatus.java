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
package io.massms.simulator.provider.masms;

import io.massms.simulator.MessageState;

/** Manual, section "Respuesta de consulta de estado de SMS". */
final class MasmsStatus {
    private MasmsStatus() {}

    static String of(MessageState state) {
        return switch (state) {
            case SENT -> "STATUS:0";
            case DELIVERED -> "STATUS:1";
            case UNREACHABLE -> "STATUS:2";
            case INVALID_NUMBER -> "STATUS:3";
            case SCHEDULED -> "STATUS:4";
            case BLOCKED -> "STATUS:5";
            case NO_BALANCE -> "STATUS:6";
            case NOT_COVERED -> "STATUS:7";
            case AT_OPERATOR -> "STATUS:8";
            case NOT_FOUND -> "NOTFOUND";
        };
    }
}
