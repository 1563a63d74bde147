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
package io.massms.mail;

import io.massms.camel.component.SmsEndpoint;
import io.massms.camel.number.InvalidNumberException;
import io.massms.camel.number.Msisdn;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceHelper;

/** Finds spellings of one number: with country code or without, with a plus sign or {@code 00}. */
final class RecipientNumbers {
    private final String country;

    /** Numbers of a country where they have no country code; null where nobody knows which. */
    RecipientNumbers(String country) {
        this.country = country;
    }

    /** As the endpoint reads them that gets the messages; where that is no SMS endpoint itself, the country is not known. */
    static RecipientNumbers of(CamelContext context, String uri) {
        return isSms(context, uri)
                ? new RecipientNumbers(
                        started(context.getEndpoint(uri, SmsEndpoint.class)).getNumberCountry())
                : new RecipientNumbers(null);
    }

    /** Whether it is an SMS endpoint itself, and not one that leads to some. */
    static boolean isSms(CamelContext context, String uri) {
        return context.resolvePropertyPlaceholders(uri).startsWith("sms:");
    }

    /** A bridge starts before the routes that use it. */
    private static SmsEndpoint started(SmsEndpoint endpoint) {
        ServiceHelper.startService(endpoint);
        return endpoint;
    }

    /** The number with country code, digits only; what cannot be read keeps the digits that were written. */
    String digits(String written) {
        try {
            return Msisdn.parse(written, country).digits();
        } catch (InvalidNumberException e) {
            return written.replaceAll("[^0-9]", "");
        }
    }
}
