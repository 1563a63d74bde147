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
package io.massms.camel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.time.Instant;

/** The arrows between the rooms: who may know whom. */
@AnalyzeClasses(packages = "io.massms.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.massms.camel.";

    @ArchTest
    static final ArchRule theModelKnowsOnlyTheJdkAndHowItIsWrittenAsJson = only("model", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule schedulesKnowOnlyTheJdk = only("schedule");

    @ArchTest
    static final ArchRule heldMessagesKnowQuartzAndNotCamel = only(
            "hold", ROOT + "dispatch", ROOT + "spi", ROOT + "model", ROOT + "error", "org.quartz..", "org.slf4j..");

    @ArchTest
    static final ArchRule bucket4jStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "ratelimit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.bucket4j..");

    @ArchTest
    static final ArchRule errorsKnowOnlyTheModel = only("error", ROOT + "model");

    @ArchTest
    static final ArchRule textKnowsOnlyTheModel = only("text", ROOT + "model");

    @ArchTest
    static final ArchRule numbersKnowOnlyTheModelAndLibphonenumber =
            only("number", ROOT + "model", "com.google.i18n.phonenumbers..");

    @ArchTest
    static final ArchRule theSpiKnowsOnlyModelTextNumberScheduleAndErrors =
            only("spi", ROOT + "model", ROOT + "error", ROOT + "text", ROOT + "number", ROOT + "schedule");

    /** XML and JSON are read by what the component has anyway: StAX and Jackson. */
    @ArchTest
    static final ArchRule protocolsKnowNeitherTransportNorCamel = only(
            "protocol..",
            ROOT + "spi",
            ROOT + "model",
            ROOT + "text",
            ROOT + "number",
            ROOT + "error",
            "javax.xml.stream..",
            "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule providersAreDataOverProtocols =
            only("provider", ROOT + "protocol..", ROOT + "spi", ROOT + "model", ROOT + "text", ROOT + "number");

    @ArchTest
    static final ArchRule theTransportKnowsOnlyTheSpi = only(
            "transport", ROOT + "spi", ROOT + "model", ROOT + "error", "org.apache.hc..", "org.slf4j..", "javax.net..");

    @ArchTest
    static final ArchRule theTrackerKnowsOnlyTheSpiAndJdbc =
            only("tracker", ROOT + "spi", ROOT + "model", "javax.sql..", "org.slf4j..", "org.postgresql..");

    /** It is not there where messages are kept in H2. */
    @ArchTest
    static final ArchRule oneClassKnowsPostgresqlsDriver = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "tracker.PostgresPooler")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql..");

    @ArchTest
    static final ArchRule optOutsKnowOnlyTheTrackersTables = only("optout", ROOT + "tracker", "javax.sql..");

    @ArchTest
    static final ArchRule onlyTheComponentKnowsCamel = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule nobodyKnowsTheComponent = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "component..");

    @ArchTest
    static final ArchRule theComponentKnowsNoProvidersOwnProtocol = noClasses()
            .that()
            .resideInAPackage(ROOT + "component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "protocol.(*)..");

    @ArchTest
    static final ArchRule theComponentsSmallRoomsDoNotKnowIt = noClasses()
            .that()
            .resideInAPackage(ROOT + "component.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "component");

    @ArchTest
    static final ArchRule codecsReadNoClock = noClasses()
            .that()
            .resideInAPackage(ROOT + "protocol..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule roomsHaveNoCircles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    private static ClassesShouldConjunction only(String room, String... others) {
        String[] allowed = new String[others.length + 2];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = "java..";
        allowed[others.length + 1] = ROOT + room;
        return classes()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
