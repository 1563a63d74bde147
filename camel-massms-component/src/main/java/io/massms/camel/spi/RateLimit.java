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

import java.time.Duration;

/**
 * A rate limit that several processes share. Bind it as a bean and name it in the option {@code rateLimit}. Implementations must be safe for
 * concurrent use.
 */
@FunctionalInterface
public interface RateLimit {

    /**
     * Reserves the next request of an account. May block. If it throws an exception, the request is not sent.
     *
     * @param  account {@linkplain Account#key() name} of the account
     * @return         how long to wait before the request may start; zero for now
     */
    Duration reserve(String account);
}
