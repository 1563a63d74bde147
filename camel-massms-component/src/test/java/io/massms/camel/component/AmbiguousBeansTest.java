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

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.tracker.MemoryTracker;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bean that protected every send must not be left out of use because a second one came. */
class AmbiguousBeansTest {
    private static final String MASMS = "sms:linktosms?apiId=a&user=b&password=c";

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    private void start(String uri) throws Exception {
        context.start();
        context.getEndpoint(uri).createProducer().start();
    }

    private void bindTwoOptOuts() {
        context.getRegistry().bind("brand", new MemoryOptOutRepository());
        context.getRegistry().bind("otherBrand", new MemoryOptOutRepository());
    }

    private void bindTwoTrackers() {
        context.getRegistry().bind("tracker", new MemoryTracker());
        context.getRegistry().bind("otherTracker", new MemoryTracker());
    }

    @Test
    void ofTwoListsOfWhoOptedOutOneIsToBeNamed() {
        bindTwoOptOuts();

        assertThatThrownBy(() -> start(MASMS))
                .rootCause()
                .hasMessage(
                        "There are 2 beans of the type OptOutRepository, so none of them is used; right is to name one, as in"
                                + " optOutRepository=#bean:name, or autowiredEnabled=false to do without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idempotent=true", "operation=reconcile", "operation=settle"})
    void ofTwoTrackersOneIsToBeNamed(String option) {
        bindTwoTrackers();

        assertThatThrownBy(() -> start(MASMS + "&" + option))
                .rootCause()
                .hasMessageContaining("There are 2 beans of the type SmsTracker")
                .hasMessageContaining("tracker=#bean:name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optOutRepository=#bean:brand&idempotent=true&tracker=#bean:tracker",
                "optOutRepository=#bean:brand",
                "autowiredEnabled=false&idempotent=true",
                "operation=balance&idempotent=true",
                "operation=status"
            })
    void whoNamesOneOrNeedsNoneIsLeftAlone(String options) {
        bindTwoOptOuts();
        bindTwoTrackers();

        assertThatCode(() -> start(MASMS + "&" + options)).doesNotThrowAnyException();
    }
}
