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
package io.massms.camel.protocol;

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Push;
import io.massms.camel.spi.PushDecoder;
import io.massms.camel.spi.Verdict;
import java.util.List;

/**
 * A push whose message lies in named parameters, in any case. What no handset and no provider writes is refused: a number or text
 * that is missing or comes twice, one that is far too long, a control character within a number. White space around a number or a reference, as
 * scripts leave it there, does not matter.
 */
public final class PushForm implements PushDecoder {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 100;

    private final String from;
    private final String text;
    private final String clientId;

    private PushForm(String from, String text, String clientId) {
        this.from = from;
        this.text = text;
        this.clientId = clientId;
    }

    /**
     * The parameters that every message has.
     *
     * @param  from the handset's number
     * @param  text what was written; it can be empty
     * @return      the form
     */
    public static PushForm of(String from, String text) {
        return new PushForm(from, text, null);
    }

    /**
     * Adds a parameter that may be missing or blank.
     *
     * @param  name the reference of the message that is answered
     * @return      another form
     */
    public PushForm withClientId(String name) {
        return new PushForm(from, text, name);
    }

    @Override
    public Answer<InboundSms> decode(Push push, ProviderProfile profile) {
        try {
            return Answer.of(new InboundSms(
                    profile.id(),
                    number(push),
                    null,
                    required(push, text, LONGEST_TEXT),
                    null,
                    reference(push),
                    push.receivedTime()));
        } catch (Refusal refusal) {
            return Answer.failed(Verdict.refusedHere(SmsError.MISSING_PARAMETER, refusal.getMessage()));
        }
    }

    private String number(Push push) throws Refusal {
        String number = required(push, from, LONGEST_NAME).strip();
        if (hasControlCharacters(number)) {
            throw new Refusal(from + " has control characters; right is plain text on one line");
        }
        if (number.isEmpty()) {
            throw new Refusal(from + " is blank; right is the handset's number");
        }
        return number;
    }

    /** One that no message can have had is none, and so are several: what somebody wrote is not lost for it. */
    private String reference(Push push) {
        List<String> references = clientId == null
                ? List.of()
                : push.values(clientId).stream()
                        .map(String::strip)
                        .filter(reference -> !reference.isEmpty())
                        .distinct()
                        .toList();
        return references.size() == 1 && isReference(references.get(0)) ? references.get(0) : null;
    }

    private static boolean isReference(String value) {
        return value.length() <= LONGEST_NAME && !hasControlCharacters(value);
    }

    private String required(Push push, String name, int longest) throws Refusal {
        String value = only(push, name);
        if (value.length() > longest) {
            throw new Refusal(name + " is too long; right is at most " + longest + " characters");
        }
        return value;
    }

    private String only(Push push, String name) throws Refusal {
        List<String> values = push.values(name);
        if (values.size() != 1) {
            throw new Refusal((values.isEmpty() ? name + " is missing" : name + " came more than once") + "; right are "
                    + names());
        }
        return values.get(0);
    }

    private static boolean hasControlCharacters(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    private String names() {
        return from + " and " + text + (clientId == null ? "" : ", and " + clientId + " where there is one")
                + ", once each";
    }

    private static final class Refusal extends Exception {
        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }
}
