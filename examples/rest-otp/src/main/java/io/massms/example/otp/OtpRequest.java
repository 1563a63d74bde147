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

import io.massms.camel.number.Msisdn;
import java.util.regex.Pattern;

/**
 * What a client posts.
 *
 * @param phone as people write it
 * @param code  six digits, where they are to be verified
 */
record OtpRequest(String phone, String code) {
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    /**
     * The phone in one form, however it was written: limits and codes belong to it.
     *
     * @throws io.massms.camel.number.InvalidNumberException says what was wrong and what would be right
     */
    String number() {
        return Msisdn.parse(phone, "CO").e164();
    }

    /**
     * The code; what cannot be one is refused here and takes no try.
     *
     * @throws BadRequestException says what would be right
     */
    String sixDigits() {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BadRequestException("The field 'code' is a text of six digits");
        }
        return code;
    }

    /** Neither phone nor code: they are nothing for logs. */
    @Override
    public String toString() {
        return "OtpRequest";
    }
}
