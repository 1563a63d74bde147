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

import io.massms.camel.text.TextRules;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a channel of a provider can carry.
 *
 * @param recipientsPerRequest the most recipients in one request, at least 1
 * @param text                 alphabet and lengths
 * @param abilities            what else the channel can do
 * @param pageLink             the text that a message must contain at the place of the link, if the provider serves a page behind it; null if
 *                             it serves none
 * @param clientId             the pattern of client ids that can be sent with a message; null if client ids are not sent
 */
public record SendProfile(
        int recipientsPerRequest, TextRules text, Set<Ability> abilities, String pageLink, Pattern clientId) {

    /** What only some channels can do. */
    public enum Ability {
        /** The messages of one request may have different texts. */
        PERSONAL_TEXTS,
        /** The provider can schedule messages. */
        SCHEDULING,
        /** The provider can check a message without sending it. */
        TEST_FLAG,
        /**
         * The answer to a send only says that the request arrived. The outcome of each message comes later, by its client id. So each message
         * needs a client id, and messages that the provider would silently drop must be rejected before sending.
         */
        ANSWERS_LATER
    }

    /** Refuses a channel that carries nothing. */
    public SendProfile {
        if (recipientsPerRequest < 1) {
            throw new IllegalArgumentException(
                    "recipientsPerRequest is " + recipientsPerRequest + ", but a request carries at least 1 recipient");
        }
        Objects.requireNonNull(text, "text");
        abilities = Set.copyOf(abilities);
        if (abilities.contains(Ability.ANSWERS_LATER) && clientId == null) {
            throw new IllegalArgumentException(
                    "Answers that come later are matched by the client id, so its pattern is needed");
        }
    }

    /**
     * A channel that carries one text to some recipients, and nothing else.
     *
     * @param  recipientsPerRequest the most recipients in one request
     * @param  text                 alphabet and lengths
     * @return                      the profile
     */
    public static SendProfile of(int recipientsPerRequest, TextRules text) {
        return new SendProfile(recipientsPerRequest, text, Set.of(), null, null);
    }

    /**
     * Whether the messages of one request may have different texts.
     *
     * @return false if each text needs its own request
     */
    public boolean personalised() {
        return abilities.contains(Ability.PERSONAL_TEXTS);
    }

    /**
     * Whether the provider can schedule messages.
     *
     * @return false if this component must hold messages until their time
     */
    public boolean scheduling() {
        return abilities.contains(Ability.SCHEDULING);
    }

    /**
     * Whether the provider can check a message without sending it.
     *
     * @return false if a dry run is only checked by this component
     */
    public boolean testFlag() {
        return abilities.contains(Ability.TEST_FLAG);
    }

    /**
     * Whether the outcome of a message comes later, as a delivery report, and not in the answer to a send.
     *
     * @return false if the answer to a send has the outcome
     */
    public boolean answersLater() {
        return abilities.contains(Ability.ANSWERS_LATER);
    }

    /**
     * Whether the provider serves a page behind a link in the text.
     *
     * @return true when a message can have one
     */
    public boolean html() {
        return pageLink != null;
    }

    /**
     * Whether a text leads to a page: it has the place for the link.
     *
     * @param  text what is sent
     * @return      false when it lacks {@link #pageLink()}, or no page can be sent at all
     */
    public boolean placesPage(String text) {
        return html() && text.contains(pageLink);
    }

    /**
     * The same, and the provider can schedule messages.
     *
     * @return a copy
     */
    public SendProfile withScheduling() {
        return with(Ability.SCHEDULING);
    }

    /**
     * The same, and the provider can check messages without sending them.
     *
     * @return a copy
     */
    public SendProfile withTestFlag() {
        return with(Ability.TEST_FLAG);
    }

    /**
     * The same, and the provider serves a page behind a link in the text.
     *
     * @param  link what the text must contain where the link goes
     * @return      a copy
     */
    public SendProfile withHtml(String link) {
        return new SendProfile(recipientsPerRequest, text, abilities, link, clientId);
    }

    /**
     * The same, and the client id is sent with the message.
     *
     * @param  pattern the pattern of client ids that can be sent
     * @return         a copy
     */
    public SendProfile withClientId(Pattern pattern) {
        return new SendProfile(recipientsPerRequest, text, abilities, pageLink, pattern);
    }

    /**
     * The same, and the messages of one request may have different texts.
     *
     * @return a copy
     */
    public SendProfile withPersonalTexts() {
        return with(Ability.PERSONAL_TEXTS);
    }

    /**
     * The same, and the outcome of each message comes later, by the client id that is sent with it.
     *
     * @param  pattern the pattern of client ids that can be sent
     * @return         a copy
     */
    public SendProfile withAnswersLater(Pattern pattern) {
        return withClientId(pattern).with(Ability.ANSWERS_LATER);
    }

    private SendProfile with(Ability ability) {
        Set<Ability> more = EnumSet.of(ability);
        more.addAll(abilities);
        return new SendProfile(recipientsPerRequest, text, more, pageLink, clientId);
    }
}
