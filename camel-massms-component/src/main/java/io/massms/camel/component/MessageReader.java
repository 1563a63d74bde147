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
package io.massms.camel.component;

import io.massms.camel.component.body.JsonTrees;
import io.massms.camel.component.body.MessageFields;
import io.massms.camel.component.body.MisspeltFields;
import io.massms.camel.component.body.ReadBodies;
import io.massms.camel.component.body.Texts;
import io.massms.camel.component.body.Times;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.Recipients;
import io.massms.camel.dispatch.UnreadableMessageException;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads messages from bodies of every kind; what a message lacks comes from the headers, then from the options. */
final class MessageReader {
    /** More are a send of many, which has connections of its own. */
    private static final int FEW = 50;

    private final SmsConfiguration options;
    private final String to;
    private final ReadBodies readBodies;
    private final MisspeltFields misspelt = new MisspeltFields();

    MessageReader(SmsConfiguration options, ReadBodies readBodies) {
        this.options = options;
        this.to = MessageFields.recipientsOfUri(options.getTo());
        this.readBodies = readBodies;
    }

    /**
     * The messages of an exchange.
     *
     * @throws IllegalArgumentException where a header is wrong; says what would be right
     */
    MessageSource read(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = JsonTrees.plain(message.getBody());
        SmsMessage defaults = defaults(message);
        if (body instanceof Collection<?> collection) {
            return several(collection.iterator(), defaults, collection.size() > FEW, true);
        }
        if (body instanceof Object[] array) {
            return several(Arrays.asList(array).iterator(), defaults, array.length > FEW, true);
        }
        if (ReadBodies.mayBeReadOnce(body)) {
            return several(readBodies.read(body), defaults, true, false);
        }
        return single(body, message, defaults);
    }

    /**
     * Whether the exchange is to be checked only.
     *
     * @throws IllegalArgumentException where the header is wrong; says what would be right
     */
    boolean dryRun(Exchange exchange) {
        Object header = JsonTrees.plain(exchange.getMessage().getHeader(SmsConstants.DRY_RUN));
        String value = header == null ? "" : header.toString().strip();
        if (value.isEmpty()) {
            return options.isDryRun();
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw new IllegalArgumentException(
                SmsConstants.DRY_RUN + " is neither true nor false, and must be one of them");
    }

    /**
     * Keeps what did not leave of a body that may not be read again, for another try of this endpoint or of the next. What only this
     * endpoint's options say is left out: the next may have others.
     */
    void keepUnsent(Object body, List<SmsMessage> unsent) {
        if (ReadBodies.mayBeReadOnce(body)) {
            readBodies.keep(body, unsent.stream().map(this::withoutOptions).toList());
        }
    }

    /** Notes that a body that may not be read again was sent, so that no other send takes what is left of it, nothing, for all. */
    void noteSent(Object body, int count) {
        readBodies.streams().forget(body);
        if (ReadBodies.mayBeReadOnce(body)) {
            readBodies.sent(body, count);
        }
    }

    /** The same result; what is worth sending again may go by another endpoint, too, so what only this one's options say is left out. */
    SmsResult withoutOptions(SmsResult result) {
        return result.retryable().isEmpty()
                ? result
                : result.withRetryable(
                        result.retryable().stream().map(this::withoutOptions).toList());
    }

    private SmsMessage withoutOptions(SmsMessage message) {
        SmsMessage bare = Objects.equals(message.from(), options.getFrom()) ? message.withFrom(null) : message;
        return bare.type() == options.getMessageType() ? bare.withType(null) : bare;
    }

    private MessageSource single(Object body, Message message, SmsMessage defaults) {
        Object element =
                body == message.getBody() && !(body == null || body instanceof SmsMessage || body instanceof Map)
                        ? readBodies.streams().text(message)
                        : body;
        return new MessageSource(
                messages(Arrays.asList(element).iterator(), defaults), isForMany(element, defaults), true);
    }

    private static boolean isForMany(Object element, SmsMessage defaults) {
        String own = element instanceof SmsMessage message ? unlessBlank(message.to()) : null;
        return Recipients.areMoreThan(FEW, firstOf(own, defaults.to()));
    }

    /** A reference that all elements shared would tell none of them from another. */
    private MessageSource several(Iterator<?> elements, SmsMessage defaults, boolean many, boolean inMemory) {
        return new MessageSource(messages(elements, defaults.withClientId(null)), many, inMemory);
    }

    private Iterator<SmsMessage> messages(Iterator<?> elements, SmsMessage defaults) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public SmsMessage next() {
                return readable(elements.next(), defaults);
            }
        };
    }

    /** Whatever is wrong with an element, it must not look like the end of the input, which would drop all that follow. */
    private SmsMessage readable(Object element, SmsMessage defaults) {
        try {
            return toMessage(JsonTrees.plain(element), defaults);
        } catch (UnreadableMessageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableMessageException(
                    "A value of the message could not be read (" + e.getClass().getName()
                            + "); right are text, numbers and dates",
                    defaults);
        }
    }

    private SmsMessage toMessage(Object element, SmsMessage defaults) {
        if (element instanceof SmsMessage message) {
            boolean isForNobody = message.to() != null && message.to().isBlank();
            return merge(isForNobody ? message.withTo(null) : message, defaults);
        }
        if (element instanceof Map<?, ?> fields) {
            misspelt.tell(fields);
            return merge(MessageFields.read(fields), defaults);
        }
        if (element instanceof CharSequence text) {
            return defaults.withText(Texts.withoutMark(text.toString()));
        }
        if (element == null) {
            return defaults;
        }
        throw new UnreadableMessageException(
                "A " + element.getClass().getName() + " is no message; right is text, an SmsMessage, or a Map with"
                        + " the fields to, text, from, clientId, type, scheduledTime, html",
                defaults);
    }

    private SmsMessage defaults(Message message) {
        return new SmsMessage(
                firstOf(MessageFields.recipients(SmsConstants.TO, message.getHeader(SmsConstants.TO)), to),
                null,
                firstOf(Texts.ofHeader(message, SmsConstants.FROM), options.getFrom()),
                Texts.ofHeader(message, SmsConstants.CLIENT_ID),
                firstOf(MessageFields.type(message.getHeader(SmsConstants.MESSAGE_TYPE)), options.getMessageType()),
                Times.parse(message.getHeader(SmsConstants.SCHEDULED_TIME)),
                Texts.ofHeader(message, SmsConstants.HTML));
    }

    /** Blank recipients stay nobody: they come from a collection that names none. */
    private static SmsMessage merge(SmsMessage message, SmsMessage defaults) {
        return new SmsMessage(
                firstOf(message.to(), defaults.to()),
                firstOf(message.text(), defaults.text()),
                firstOf(unlessBlank(message.from()), defaults.from()),
                firstOf(unlessBlank(message.clientId()), defaults.clientId()),
                firstOf(message.type(), defaults.type()),
                firstOf(message.scheduledTime(), defaults.scheduledTime()),
                firstOf(unlessBlank(message.html()), defaults.html()));
    }

    private static String unlessBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <T> T firstOf(T value, T fallback) {
        return value == null ? fallback : value;
    }
}
