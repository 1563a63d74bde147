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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.SmsError;
import io.massms.camel.protocol.soap.SoapAnswer;
import io.massms.camel.protocol.soap.SoapCall;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Verdict;

/** What the operations of {@code /ws/SMSMasivosAPI.asmx} have in common (observed: the contract that generated client stubs hold). */
final class SmsMasivosWebService {
    private static final String NAMESPACE = "http://servicio.smsmasivos.com.ar/ws/";

    private SmsMasivosWebService() {}

    /** With user and password where there are both, as the contract has it, else with the key (decided). */
    static SoapCall call(String name, Operation operation, Account account) {
        SoapCall call = SoapCall.of(account.url(operation, Channel.soap), NAMESPACE, name);
        boolean login = account.credentials().has(Credential.user)
                && account.credentials().has(Credential.password);
        return login
                ? call.add("usuario", account.secret(Credential.user)).add("clave", account.secret(Credential.password))
                : call.add("apikey", account.secret(Credential.apiKey));
    }

    /**
     * What a fault means: a refusal in the provider's words, or a call that the service could not read and so did nothing about.
     *
     * @return null where neither is certain
     */
    static Verdict refusal(SoapAnswer.Fault fault, String words) {
        SmsMasivosWord word = SmsMasivosWord.ofText(fault.reason());
        if (word != null && word != SmsMasivosWord.SIMULATED) {
            return word.refusal(null, words);
        }
        return fault.blamesTheCall()
                ? Verdict.rejected(
                        SmsError.OTHER,
                        "soap:Client",
                        words,
                        "The web service could not read the call and did nothing; check baseUrl, and ask the provider"
                                + " whether the service has changed")
                : null;
    }

    /** A fault that says neither whose mistake it was nor anything that the manual knows. */
    static Verdict unclear(String words, String consequence) {
        return Verdict.uncertain(
                        SmsError.UNEXPECTED_RESPONSE,
                        null,
                        "The web service failed, and its reason is not one that the manual knows" + consequence)
                .withProvider("soap:Server", words);
    }
}
