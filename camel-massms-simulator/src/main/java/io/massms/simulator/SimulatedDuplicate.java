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
package io.massms.simulator;

import java.time.Instant;
import java.util.List;

/**
 * The same text that reached the same number more than once in a short time, through whichever providers.
 *
 * @param to the number as it was sent
 * @param text the text
 * @param count how often it came, 2 or more
 * @param first when it came first
 * @param last when it came last
 * @param providers through which providers, each named once
 * @param messageIds the messages in order of arrival
 */
public record SimulatedDuplicate(
        String to,
        String text,
        int count,
        Instant first,
        Instant last,
        List<String> providers,
        List<Long> messageIds) {}
