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
package io.massms.camel.model;

/** The encoding of a text over the air. */
public enum SmsEncoding {
    /** The 7-bit alphabet of GSM 03.38 (3GPP TS 23.038, section 6.2.1): 160 septets in one part, 153 in each of several. */
    GSM7,
    /** 16-bit code units (3GPP TS 23.038, section 6.2.3): 70 in one part, 67 in each of several. */
    UCS2
}
