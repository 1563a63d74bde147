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
package io.massms.camel.spi;

/**
 * An SMS provider: its data and its protocol. Bind it in the Camel registry under any name, or register it for
 * {@link java.util.ServiceLoader}. A bean in the registry replaces a service with the same id.
 */
public interface SmsProvider {

    /**
     * The data of the provider: limits, URLs, defaults.
     *
     * @return the same object in every call
     */
    ProviderProfile profile();

    /**
     * The codecs of the provider. The operations that it declares are those that the provider supports.
     *
     * @return the same object in every call
     */
    Protocol protocol();
}
