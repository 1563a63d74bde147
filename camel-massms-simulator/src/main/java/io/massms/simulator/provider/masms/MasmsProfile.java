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

import java.util.regex.Pattern;

/**
 * Where linktosms and markettext differ.
 *
 * @param id the provider's id
 * @param maxRecipients recipients in one request (manual, section "Envíos de SMS", parameter to)
 * @param sender what a sender id that is not blank must look like
 * @param reportsOperator whether status 8 exists
 */
record MasmsProfile(String id, int maxRecipients, Pattern sender, boolean reportsOperator) {
    static final MasmsProfile LINKTOSMS = new MasmsProfile("linktosms", 100, Pattern.compile(".{1,11}"), true);
    static final MasmsProfile MARKETTEXT =
            new MasmsProfile("markettext", 500, Pattern.compile("[A-Za-z1-9][A-Za-z0-9]{2,10}"), false);
}
