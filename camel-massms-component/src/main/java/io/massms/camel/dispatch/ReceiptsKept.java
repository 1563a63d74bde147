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
package io.massms.camel.dispatch;

/** How much of a result is kept in memory. The constants are the values of the option {@code receipts}. */
public enum ReceiptsKept {
    /** Every receipt. */
    all,
    /** The receipts of what was not accepted, and what is worth sending again. */
    failed,
    /** Nothing but the counts, and whether the input broke off. */
    none
}
