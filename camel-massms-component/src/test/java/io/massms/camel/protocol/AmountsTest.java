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
package io.massms.camel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "1520|1520",
                "+5|5",
                "-5|-5",
                "15.5|15.5",
                "15,5|15.5",
                "15,50|15.50",
                "15.|15",
                "1.234|1234",
                "1,234|1234",
                "-1.234|-1234",
                "0.234|0.234",
                "0,234|0.234",
                "1234.567|1234.567",
                "1.2345|1.2345",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1.234.567|1234567",
                "1.234.567,89|1234567.89",
                "12 345|12345",
                "1 234 567,89|1234567.89",
                "1520,|1520",
                "1520;|1520",
            })
    void anAmountIsReadWithCommaOrPoint(String text, String expected) {
        assertThat(Amounts.parse(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ",",
                "abc",
                "12a",
                "1 2",
                "12 34",
                "1.23.456",
                "1.2345.678",
                "1,234,56",
                "1.234,567,8",
                "--5",
                "5-",
                "1e5",
                "0x10",
                "١٢٣",
                "$ 15",
                "NaN",
                "2026-12-31",
                "18:35",
                "1..5",
                ".234.567"
            })
    void whatIsNoAmountIsNone(String text) {
        assertThat(Amounts.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 1000})
    void anEndlessNumberIsNone(int digits) {
        assertThat(Amounts.parse("9".repeat(digits))).isNull();
    }
}
