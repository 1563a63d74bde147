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
package io.massms.camel.contract;

import io.massms.camel.spi.SmsProvider;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract, for every provider on the class path. */
@ParameterizedClass(name = "{0}")
@MethodSource("providers")
class ProviderContractTest extends ProviderContract {

    ProviderContractTest(SmsProvider provider) {
        super(provider);
    }

    static Stream<Named<SmsProvider>> providers() {
        return ServiceLoader.load(SmsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(provider -> Named.of(provider.profile().id(), provider));
    }
}
