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
package io.massms.camel.component.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.massms.camel.model.SmsMessage;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left to send of bodies that may be read only once. After a send that failed the exchange brings its iterator to the next
 * try, or to the next provider, at its end: without this its messages would vanish, and the send would look like a success. So would
 * those of a body that two sends are given, as by a multicast: it goes to the first of them only.
 */
public final class ReadBodies {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBodies.class);

    private static final String READ_BY_ONE_ONLY =
            "; only one send can read it. Right is a list, or a body for each send";

    private final Map<BodyIdentity, State> states = new HashMap<>();
    private final StreamTexts streams = new StreamTexts();
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

    /**
     * Those of all components of a context: the account that takes over may belong to another component.
     *
     * @param  context which keeps them
     * @return         always the same
     */
    public static synchronized ReadBodies of(CamelContext context) {
        ExtendedCamelContext plugins = context.getCamelContextExtension();
        if (plugins.getContextPlugin(ReadBodies.class) == null) {
            plugins.addContextPlugin(ReadBodies.class, new ReadBodies());
        }
        return plugins.getContextPlugin(ReadBodies.class);
    }

    /**
     * Whether a body is read late, and maybe only once.
     *
     * @param  body of an exchange
     * @return      true for iterators, streams, and what is iterable and neither a collection nor JSON
     */
    public static boolean mayBeReadOnce(Object body) {
        return body instanceof Iterator<?>
                || body instanceof BaseStream<?, ?>
                || (body instanceof Iterable<?> && !(body instanceof Collection<?>) && !(body instanceof JsonNode));
    }

    /**
     * Keeps what did not leave, for whoever reads the body next.
     *
     * @param body   that was read
     * @param unsent what is left of it
     */
    public void keep(Object body, List<SmsMessage> unsent) {
        put(body, new State(Stage.LEFT, unsent));
    }

    /**
     * The texts of bodies that are streams.
     *
     * @return always the same
     */
    public StreamTexts streams() {
        return streams;
    }

    /**
     * Notes that a send with a body ended well. Nobody else gets what it had.
     *
     * @param body  that was read
     * @param count how many messages it had; one that had none may be read again
     */
    public synchronized void sent(Object body, int count) {
        if (count > 0) {
            put(body, new State(Stage.SENT, List.of()));
        } else {
            forget(body);
        }
    }

    /**
     * The elements of a body, or what an earlier try left of them. The body is under way from then on, until {@link #keep} or
     * {@link #sent}.
     *
     * @param  body                  that {@linkplain #mayBeReadOnce may be read once}
     * @return                       its elements, or messages
     * @throws IllegalStateException where another send reads it, or where an earlier one read it, and nothing of it is known not to have
     *                               left
     */
    public Iterator<?> read(Object body) {
        State before = begin(body);
        if (before == null) {
            return elementsOf(body);
        }
        if (before.stage == Stage.UNDER_WAY) {
            throw new IllegalStateException(
                    "Another send has begun to read the body and has not ended" + READ_BY_ONE_ONLY);
        }
        Iterator<?> again = before.stage == Stage.SENT ? rest(body) : again(body);
        if (again.hasNext()) {
            return again;
        }
        if (before.unsent.isEmpty()) {
            put(body, before);
            throw new IllegalStateException(
                    before.stage == Stage.SENT
                            ? "An earlier send read the body to its end" + READ_BY_ONE_ONLY
                            : "The body was read by an earlier try and cannot be read again; nothing of it is"
                                    + " known not to have left (receipts=none keeps nothing)");
        }
        return before.unsent.iterator();
    }

    /**
     * Closes a body that was read, such as the lines of a file or the rows of a table, as far as it can be closed.
     *
     * @param body of any kind
     */
    public static void close(Object body) {
        if (mayBeReadOnce(body) && body instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Throwable e) { // whatever it is, the exchange must learn how its send ended
                LOG.warn(
                        "The body could not be closed after the send ({})",
                        e.getClass().getName());
            }
        }
    }

    /** What was known of a body so far. Those that read an iterable at the same time may all get iterators of their own. */
    private synchronized State begin(Object body) {
        BodyIdentity identity = new BodyIdentity(body, null);
        if (!(body instanceof Iterator<?> || body instanceof BaseStream<?, ?>)) {
            return states.remove(identity);
        }
        State before = states.get(identity);
        put(body, new State(Stage.UNDER_WAY, List.of()));
        return before;
    }

    private synchronized void put(Object body, State state) {
        for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            states.remove(gone);
        }
        states.put(new BodyIdentity(body, forgotten), state);
    }

    private synchronized void forget(Object body) {
        states.remove(new BodyIdentity(body, null));
    }

    /** A stream that others have read cannot be read, and is not under way. */
    private Iterator<?> elementsOf(Object body) {
        try {
            return elements(body);
        } catch (RuntimeException e) {
            forget(body);
            throw e;
        }
    }

    private static Iterator<?> elements(Object body) {
        if (body instanceof Iterator<?> iterator) {
            return iterator;
        }
        return body instanceof BaseStream<?, ?> stream ? stream.iterator() : ((Iterable<?>) body).iterator();
    }

    /** An iterable that was not closed may give its elements again, as a list does; one that does not may say so, or give none. */
    private static Iterator<?> again(Object body) {
        if (body instanceof AutoCloseable || body instanceof Iterator<?> || !(body instanceof Iterable<?> iterable)) {
            return Collections.emptyIterator();
        }
        try {
            Iterator<?> elements = iterable.iterator();
            return elements.hasNext() ? elements : Collections.emptyIterator();
        } catch (RuntimeException e) {
            return Collections.emptyIterator();
        }
    }

    /** An iterator whose input broke off may go on behind that. */
    private static Iterator<?> rest(Object body) {
        if (body instanceof Iterator<?> iterator && !(body instanceof AutoCloseable)) {
            try {
                return iterator.hasNext() ? iterator : Collections.emptyIterator();
            } catch (RuntimeException e) {
                return Collections.emptyIterator();
            }
        }
        return again(body);
    }

    private enum Stage {
        UNDER_WAY,
        /** The send failed. */
        LEFT,
        SENT
    }

    private record State(Stage stage, List<SmsMessage> unsent) {}
}
