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
 * An SMS provider: who it is and how it is spoken to. Bound in the Camel registry under any name, or found through
 * {@link java.util.ServiceLoader}; a bean goes before a service with the same id.
 */
public interface SmsProvider {

    /**
     * Who it is: limits, URLs, defaults, as data.
     *
     * @return always the same
     */
    ProviderProfile profile();

    /**
     * How it is spoken to. What operations it declares is what the provider can do.
     *
     * @return always the same
     */
    Protocol protocol();
}
