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
package io.massms.simulator.provider;

import java.util.List;

/**
 * How a text travels through the air.
 *
 * @param name {@code GSM 03.38} or {@code UCS-2}
 * @param units septets or 16-bit units; GSM's extension characters take two septets
 * @param unitsPerPart how many fit in each part
 * @param parts at least 1
 * @param beyondGsm the characters that make it UCS-2, each once
 */
public record Encoding(String name, int units, int unitsPerPart, int parts, List<String> beyondGsm) {}
