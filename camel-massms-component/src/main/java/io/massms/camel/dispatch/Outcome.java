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

import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;

/**
 * How a send ended.
 *
 * @param result  what became of everything
 * @param failure what is to be thrown: only where no recipient was accepted; else null
 * @param only    the receipt of a send with a single one; null where there were more or none
 */
public record Outcome(SmsResult result, SmsException failure, SmsReceipt only) {}
