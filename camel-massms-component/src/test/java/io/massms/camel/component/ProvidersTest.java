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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.provider.Natalia;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.SmsProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is found where several providers, or broken ones, are on the class path and in the registry. */
class ProvidersTest {
    private static final SmsProvider NATALIA = new Natalia();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private URLClassLoader jar;

    @TempDir
    Path folder;

    @BeforeEach
    void makeJar() throws Exception {
        jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        context.setApplicationContextClassLoader(jar);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        jar.close();
    }

    @Test
    void anEntryWithoutItsClassIsLeftOutAndTheOthersStay() throws Exception {
        name("org.example.Gone");

        assertThat(found("natalia")).isInstanceOf(Natalia.class);
        assertThatThrownBy(() -> found("gone"))
                .hasMessageContaining("There is no SMS provider 'gone'; there are: itcloud, linktosms,")
                .hasMessageContaining("left out: Provider org.example.Gone not found");
    }

    @Test
    void anEntryThatCannotBeMadeOrHasNoProfileIsLeftOutWithItsReason() throws Exception {
        name(Unmakeable.class.getName(), WithoutProfile.class.getName(), Second.class.getName());

        assertThat(found("second")).isInstanceOf(Second.class);
        assertThatThrownBy(() -> found("third"))
                .hasMessageContaining(Unmakeable.class.getName())
                .hasMessageContaining("the key file is missing")
                .hasMessageContaining(WithoutProfile.class.getName());
    }

    @Test
    void aFileThatIsNoListOfClassesIsLeftOut() throws Exception {
        name("no name of a class");

        assertThat(found("natalia")).isInstanceOf(Natalia.class);
        assertThatThrownBy(() -> found("third")).hasMessageContaining("left out: file:");
    }

    @Test
    void whatIsLeftOutIsWarnedOfOnce() throws Exception {
        name("org.example.GoneForTheLog");

        try (LogLines lines = LogLines.of(Providers.class)) {
            found("natalia");
            found("natalia");

            assertThat(lines.all())
                    .singleElement()
                    .isEqualTo("WARN An SMS provider cannot be used and is left out: Provider"
                            + " org.example.GoneForTheLog not found");
        }
    }

    @Test
    void aSecondEntryWithTheIdOfAnotherIsNotUsedInItsPlace() throws Exception {
        name(Impostor.class.getName());

        assertThat(found("itcloud")).isNotNull();
        assertThatThrownBy(() -> found("natalia"))
                .hasMessageContaining("Several SMS providers call themselves 'natalia'")
                .hasMessageContaining(Impostor.class.getName())
                .hasMessageContaining(Natalia.class.getName())
                .hasMessageContaining("right is one of them, or one bean in the registry");
    }

    @Test
    void aBeanInTheRegistryStandsInThePlaceOfABuiltInProvider() {
        Impostor bean = new Impostor();
        context.getRegistry().bind("any name", bean);

        assertThat(found("natalia")).isSameAs(bean);
    }

    @Test
    void twoBeansWithOneIdAreRefused() {
        context.getRegistry().bind("one", new Impostor());
        context.getRegistry().bind("two", new Impostor());

        assertThatThrownBy(() -> found("natalia")).hasMessageContaining("Several SMS providers");
    }

    private SmsProvider found(String id) {
        return Providers.of(context).get(id);
    }

    private void name(String... classes) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(SmsProvider.class.getName()), List.of(classes));
    }

    static SmsProvider provider(ProviderProfile profile, Protocol protocol) {
        return new SmsProvider() {
            @Override
            public ProviderProfile profile() {
                return profile;
            }

            @Override
            public Protocol protocol() {
                return protocol;
            }
        };
    }

    static Codec<SendQuestion, SendAnswer> codec() {
        return NATALIA.protocol().send(Channel.http);
    }

    /** Another provider with the id of a built-in one. */
    public static class Impostor implements SmsProvider {
        @Override
        public ProviderProfile profile() {
            return NATALIA.profile();
        }

        @Override
        public Protocol protocol() {
            return NATALIA.protocol();
        }
    }

    /** One that stands behind broken ones. */
    public static final class Second extends Impostor {
        @Override
        public ProviderProfile profile() {
            return ProviderProfile.of("second", "Second")
                    .send(Channel.http, NATALIA.profile().send(Channel.http))
                    .url(Operation.send, "https://second.example/send")
                    .url(Operation.balance, "https://second.example/balance")
                    .build();
        }
    }

    /** Fails while it is made. */
    public static final class Unmakeable extends Impostor {
        /** Fails. */
        public Unmakeable() {
            throw new IllegalStateException("the key file is missing");
        }
    }

    /** Fails when it is asked who it is. */
    public static final class WithoutProfile extends Impostor {
        @Override
        public ProviderProfile profile() {
            return null;
        }
    }
}
