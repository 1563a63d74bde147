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
package io.massms.camel.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way gives what the long way over libphonenumber gives. */
class MobilePlanTest {
    private static final int NUMBERS_PER_PLAN = 1_000;

    @ParameterizedTest
    @CsvSource({
        "AR, 54, 11, 8",
        "AR, 549, 11, 8",
        "AR, 54, 2, 9",
        "AR, 549, 2, 9",
        "AR, 54, 3, 9",
        "AR, 549, 3, 9",
        "BO, 591, 6, 7",
        "BO, 591, 7, 7",
        "CL, 56, 9, 8",
        "CO, 57, 3, 9",
        "CR, 506, 5, 7",
        "CR, 506, 6, 7",
        "CR, 506, 7, 7",
        "CR, 506, 8, 7",
        "DO, 1, 809, 7",
        "DO, 1, 829, 7",
        "DO, 1, 849, 7",
        "EC, 593, 9, 8",
        "GT, 502, 3, 7",
        "GT, 502, 4, 7",
        "GT, 502, 5, 7",
        "HN, 504, 3, 7",
        "HN, 504, 8, 7",
        "HN, 504, 9, 7",
        "MX, 52, '', 10",
        "NI, 505, 7, 7",
        "NI, 505, 8, 7",
        "PA, 507, 6, 7",
        "PE, 51, 9, 8",
        "PY, 595, 9, 8",
        "SV, 503, 6, 7",
        "SV, 503, 7, 7",
        "UY, 598, 9, 7",
        "VE, 58, 41, 8",
        "VE, 58, 42, 8"
    })
    void readsEveryFormOfAMobileAsTheLongWayDoes(String region, String prefix, String beginning, int more) {
        Random random = new Random((region + prefix + beginning).hashCode());
        int recognised = 0;
        for (int i = 0; i < NUMBERS_PER_PLAN; i++) {
            String national = beginning + digits(random, more);
            recognised += sameAsLongWay(national, region);
            sameAsLongWay(prefix + national, region);
            sameAsLongWay("0" + national, region);
            sameAsLongWay("+" + prefix + national, region);
            sameAsLongWay("+" + prefix + national, "UY");
            sameAsLongWay(prefix + national, null);
        }
        assertThat(recognised).isGreaterThan(NUMBERS_PER_PLAN / 2);
    }

    @Test
    void readsNothingThatTheLongWayReadsOtherwise() {
        Random random = new Random(54);
        String[] regions = {
            "AR", "BO", "CL", "CO", "CR", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PY", "SV", "UY", "VE", "US"
        };
        for (int i = 0; i < 100_000; i++) {
            String plus = random.nextInt(3) == 0 ? "+" : "";
            sameAsLongWay(plus + digits(random, 7 + random.nextInt(8)), regions[random.nextInt(regions.length)]);
        }
    }

    @ParameterizedTest
    @CsvSource({"11, 8", "221, 7", "351, 7", "299, 7", "2966, 6", "3489, 6"})
    void takesTheArgentine15AwayAsTheLongWayDoes(String area, int more) {
        Random random = new Random(15);
        for (int i = 0; i < NUMBERS_PER_PLAN; i++) {
            String written =
                    (area.equals("11") && random.nextBoolean() ? "" : "0") + area + "15" + digits(random, more);
            String plain = NationalHabits.plain(written, "AR");
            assertThat(plain).hasSize(10).startsWith(area);
            assertThat(parts(MobilePlan.read(plain, "AR")))
                    .isEqualTo(parts(NumberParser.byLibrary(written, "AR", written)));
        }
    }

    @Test
    void leavesToTheLongWayWhatIsNotCleanDigitsOfAKnownPlan() {
        assertThat(MobilePlan.read("300 1234567", "CO")).isNull();
        assertThat(MobilePlan.read("+", "CO")).isNull();
        assertThat(MobilePlan.read("+57+3001234", "CO")).isNull();
        assertThat(MobilePlan.read("573001234567", "AR")).isNull();
        assertThat(MobilePlan.read("3001234567", null)).isNull();
        assertThat(MobilePlan.read("6012345678", "CO")).isNull();
        assertThat(MobilePlan.read("３００１２３４５６７", "CO")).isNull();
    }

    private static int sameAsLongWay(String digits, String region) {
        Msisdn shortWay = MobilePlan.read(NationalHabits.plain(digits, region), region);
        if (shortWay == null) {
            return 0;
        }
        Msisdn longWay = NumberParser.byLibrary(digits, region, digits);
        assertThat(parts(shortWay)).as("%s in %s", digits, region).isEqualTo(parts(longWay));
        return 1;
    }

    private static String parts(Msisdn number) {
        return number.e164() + " " + number.countryCode() + " " + number.region() + " " + number.national() + " "
                + number.landline();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
