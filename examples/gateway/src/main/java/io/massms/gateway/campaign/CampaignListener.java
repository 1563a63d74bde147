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
package io.massms.gateway.campaign;

/** Is told how campaigns go, from the thread that sends them: whatever it does must be quick. */
@FunctionalInterface
public interface CampaignListener {

    /** A block was settled, or the campaign's phase has changed. */
    void changed(CampaignStatus status);

    /** One that tells another too. */
    default CampaignListener and(CampaignListener other) {
        return status -> {
            changed(status);
            other.changed(status);
        };
    }
}
