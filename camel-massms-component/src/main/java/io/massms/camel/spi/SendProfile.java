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
 * @param recipientsPerRequest the most recipients in one request, from 1
 * @param text                 alphabet and lengths
 * @param abilities            what it can do besides
 * @param pageLink             what a text must contain, where the link goes, when the provider is to serve a page behind it;
 *                             null where it serves none
 * @param clientId             what the caller's own reference must look like to travel with the message; null where it
 *                             stays here
 */
public record SendProfile(
        int recipientsPerRequest, TextRules text, Set<Ability> abilities, String pageLink, Pattern clientId) {

    /** What only some channels can do. */
    public enum Ability {
        /** The messages of one request may differ in text. */
        PERSONAL_TEXTS,
        /** The provider itself delivers at a later time. */
        SCHEDULING,
        /** The provider itself checks a message without sending it. */
        TEST_FLAG,
        /**
         * The answer to a send only says that it arrived, and what became of each message is told later, by its reference: so that each
         * needs one, and nothing may go that the provider would drop in silence.
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
            throw new IllegalArgumentException("What is told later is told by the client id, so a pattern is needed");
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
     * Whether the messages of one request may differ in text.
     *
     * @return false where each text needs a request
     */
    public boolean personalised() {
        return abilities.contains(Ability.PERSONAL_TEXTS);
    }

    /**
     * Whether the provider itself delivers at a later time.
     *
     * @return false where messages have to be held until then
     */
    public boolean scheduling() {
        return abilities.contains(Ability.SCHEDULING);
    }

    /**
     * Whether the provider itself checks a message without sending it.
     *
     * @return false where a dry run is checked here only
     */
    public boolean testFlag() {
        return abilities.contains(Ability.TEST_FLAG);
    }

    /**
     * Whether what became of a message is told later.
     *
     * @return false where the answer to a send tells it
     */
    public boolean toldLater() {
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
     * The same, and the provider itself delivers at a later time.
     *
     * @return a copy
     */
    public SendProfile withScheduling() {
        return with(Ability.SCHEDULING);
    }

    /**
     * The same, and the provider itself checks messages without sending them.
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
     * The same, and the caller's reference travels with the message.
     *
     * @param  pattern what it must look like
     * @return         a copy
     */
    public SendProfile withClientId(Pattern pattern) {
        return new SendProfile(recipientsPerRequest, text, abilities, pageLink, pattern);
    }

    /**
     * The same, and the messages of one request may differ in text.
     *
     * @return a copy
     */
    public SendProfile withPersonalTexts() {
        return with(Ability.PERSONAL_TEXTS);
    }

    /**
     * The same, and what became of each message is told later, by the reference that travels with it.
     *
     * @param  pattern what the reference must look like
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
