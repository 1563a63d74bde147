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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.model.InboundSms;
import io.massms.camel.number.InvalidNumberException;
import io.massms.camel.number.Msisdn;
import io.massms.camel.optout.OptOut;
import io.massms.camel.optout.OptOutReason;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.optout.StopWords;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers who answers with a stop word. Consumers with {@code optOut=true} do so by themselves; as a processor it serves routes
 * that receive answers in other ways, with an {@link InboundSms} as the body.
 */
public final class OptOutReplies implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(OptOutReplies.class);

    private final OptOutRepository repository;
    private final StopWords stopWords;
    private final String country;
    private final Clock clock;

    /**
     * Remembers answers.
     *
     * @param repository where to
     * @param stopWords  what counts
     * @param country    the ISO 3166 region of numbers written without a country code
     * @param clock      tells when
     */
    public OptOutReplies(OptOutRepository repository, StopWords stopWords, String country, Clock clock) {
        this.repository = repository;
        this.stopWords = stopWords;
        this.country = country;
        this.clock = clock;
    }

    /** What an endpoint's options ask for; null where they do not. */
    static OptOutReplies of(SmsEndpoint endpoint) {
        SmsConfiguration options = endpoint.getConfiguration();
        if (!options.isOptOut()) {
            return null;
        }
        return new OptOutReplies(
                options.getOptOutRepository(),
                StopWords.parse(options.getOptOutKeywords()),
                endpoint.access().account().country(),
                endpoint.getComponent().clock());
    }

    @Override
    public void process(Exchange exchange) {
        accept(exchange.getMessage().getBody(InboundSms.class));
    }

    /**
     * Looks at an answer.
     *
     * @param  reply from a handset
     * @return       whether its sender is remembered now and was not before
     */
    public boolean accept(InboundSms reply) {
        if (!stopWords.matches(reply.text())) {
            return false;
        }
        try {
            return repository.add(new OptOut(sender(reply).e164(), OptOutReason.REPLY, clock.instant()));
        } catch (InvalidNumberException e) {
            LOG.warn(
                    "A stop word came from {} at {}, which is no number that messages go to: nobody is remembered for it",
                    Msisdn.mask(reply.from()),
                    reply.provider());
            return false;
        }
    }

    /**
     * Providers write a number abroad without a plus sign. Nobody mistyped it: if it is no number of the country it begins with a country
     * code, also in a range that nobody knows yet.
     */
    private Msisdn sender(InboundSms reply) {
        try {
            return Msisdn.parse(reply.from(), country);
        } catch (InvalidNumberException e) {
            return Msisdn.parse(reply.from(), null);
        }
    }
}
