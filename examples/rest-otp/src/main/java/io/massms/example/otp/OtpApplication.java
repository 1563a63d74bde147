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
package io.massms.example.otp;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.crypto.KeyGenerator;
import org.apache.camel.main.Main;

/** The application before it runs. Codes live in this process only, and so does the key of their hashes. */
final class OtpApplication {
    private OtpApplication() {}

    static Main create(Clock clock) throws NoSuchAlgorithmException {
        OneTimePasswords passwords =
                new OneTimePasswords(KeyGenerator.getInstance("HmacSHA256").generateKey(), clock);
        Main main = new Main();
        main.configure().addRoutesBuilder(new OtpRoutes(passwords, new SendLimit(clock)));
        return main;
    }
}
