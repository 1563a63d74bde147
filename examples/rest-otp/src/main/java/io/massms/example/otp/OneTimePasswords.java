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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The codes that are valid now, one a phone. A code is kept as a keyed hash only: six digits are guessed from a plain hash in no time.
 * Everything about one phone happens in one step of the map, so that guesses made at the same time count one by one.
 */
final class OneTimePasswords {
    static final Duration VALID = Duration.ofMinutes(5);
    static final int TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final String HASH = "HmacSHA256";

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;
    private final Clock clock;

    /**
     * No codes yet.
     *
     * @param key   for the hashes
     * @param clock tells when a code ends
     */
    OneTimePasswords(SecretKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A new code; the phone's earlier one ends. */
    String issue(String phone) {
        String code = String.format("%06d", random.nextInt(CODES));
        issued.put(phone, new Issued(hash(phone, code), clock.instant().plus(VALID), TRIES));
        return code;
    }

    /** Forgets a phone's code, because it surely did not arrive. */
    void withdraw(String phone) {
        issued.remove(phone);
    }

    /** Takes one try. The right code works once. */
    Verdict verify(String phone, String code) {
        byte[] given = hash(phone, code);
        Verdict[] verdict = {Verdict.NO_CODE};
        issued.computeIfPresent(phone, (same, expected) -> {
            if (!clock.instant().isBefore(expected.end())) {
                return null;
            }
            if (MessageDigest.isEqual(expected.hash(), given)) {
                verdict[0] = Verdict.RIGHT;
                return null;
            }
            verdict[0] = Verdict.WRONG;
            return expected.triesLeft() == 1 ? null : expected.withOneTryLess();
        });
        return verdict[0];
    }

    void forgetExpired() {
        Instant now = clock.instant();
        issued.values().removeIf(code -> !now.isBefore(code.end()));
    }

    private byte[] hash(String phone, String code) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            return mac.doFinal((phone + '\n' + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HASH, e);
        }
    }

    /** What a try says. */
    enum Verdict {
        /** It is the code, which is used up now. */
        RIGHT,
        /** It is not the code. */
        WRONG,
        /** The phone has no code: none was sent, it expired, was used, or too many tries were wrong. */
        NO_CODE
    }

    private record Issued(byte[] hash, Instant end, int triesLeft) {
        Issued withOneTryLess() {
            return new Issued(hash, end, triesLeft - 1);
        }
    }
}
