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
package io.massms.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class QuietTest {
    private long now;
    private final Quiet quiet = new Quiet(Duration.ofNanos(10), () -> now);

    @Test
    void aFileIsTakenWhenItHasNotChangedForLongEnough() {
        assertThat(look("a", 3, 100)).isFalse();
        now += 9;
        assertThat(look("a", 3, 100)).isFalse();
        now += 1;
        assertThat(look("a", 3, 100)).isTrue();
    }

    @Test
    void eachChangeBeginsTheWaitAnew() {
        look("a", 3, 100);
        now += 10;
        assertThat(look("a", 4, 100)).as("it has grown").isFalse();
        now += 10;
        assertThat(look("a", 4, 101)).as("it was written").isFalse();
        now += 10;
        assertThat(look("a", 4, 101)).isTrue();
    }

    @Test
    void aFileWaitsForItselfOnlyAndAnotherOfItsNameAnew() {
        look("a", 3, 100);
        now += 10;
        assertThat(look("b", 3, 100)).isFalse();
        assertThat(look("a", 3, 100)).isTrue();
        assertThat(look("a", 3, 100)).isFalse();
    }

    private boolean look(String name, long size, long modified) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileNameOnly(name);
        file.setFileLength(size);
        file.setLastModified(modified);
        return quiet.accept(file);
    }
}
