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

import com.fasterxml.jackson.annotation.JsonInclude;
import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsState;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a row.
 *
 * @param sentTo    the recipient in the provider's form, or null where it got none
 * @param messageId the provider's id, several with spaces between them where the text was split, or null
 * @param clientId  the reference under which it went, or null
 * @param state     where it stands
 * @param error     why it did not go or may not have gone, or null
 * @param code      the provider's own code, or null
 * @param reason    the error in words, or null
 * @param segments  how many parts it takes over the air
 * @param encoding  how the text travels, or null where it was not counted
 * @param textSent  the text that is really sent where it differs from the row's, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowOutcome(
        String sentTo,
        String messageId,
        String clientId,
        SmsState state,
        SmsError error,
        String code,
        String reason,
        int segments,
        SmsEncoding encoding,
        String textSent) {

    /** A row that was not handed to the provider. */
    static RowOutcome refused(SmsError error, String reason) {
        return new RowOutcome(null, null, null, SmsState.REJECTED, error, null, reason, 0, null, null);
    }

    /** A row of which nobody can say whether it was sent. */
    static RowOutcome uncertain(String reason) {
        return new RowOutcome(
                null, null, null, SmsState.UNKNOWN, SmsError.UNEXPECTED_RESPONSE, null, reason, 0, null, null);
    }

    /** Whether a row is still to go: nothing is known of it, or what is known is worth another try. */
    static boolean leavesOpen(RowOutcome known) {
        return known == null || known.worthAnotherTry();
    }

    /** A row that was handed over when the process died. */
    static RowOutcome inFlight() {
        return uncertain(
                "The gateway stopped while this row was in flight: it may have been sent, and is not sent again");
    }

    /** A row that was left out on purpose. */
    static RowOutcome skipped(String reason) {
        return new RowOutcome(null, null, null, SmsState.SKIPPED, null, null, reason, 0, null, null);
    }

    /** A row whose text its recipient has, or may have, from an earlier one. */
    static RowOutcome duplicate() {
        return new RowOutcome(
                null,
                null,
                null,
                SmsState.SKIPPED,
                SmsError.DUPLICATE,
                null,
                "The same text to the same recipient comes earlier in this file (duplicates=skip)",
                0,
                null,
                null);
    }

    /** Of a row whose message was handed to the provider. */
    static RowOutcome of(SmsMessageResult message) {
        List<SmsReceipt> parts = message.receipts();
        return parts.size() == 1 ? of(parts.get(0)) : ofSeveral(message);
    }

    private static RowOutcome of(SmsReceipt receipt) {
        return new RowOutcome(
                receipt.to(),
                receipt.messageId(),
                receipt.clientId(),
                receipt.state(),
                receipt.error(),
                receipt.providerCode(),
                reason(receipt),
                receipt.segments(),
                receipt.encoding(),
                receipt.textSent());
    }

    private static RowOutcome ofSeveral(SmsMessageResult message) {
        List<SmsReceipt> parts = message.receipts();
        SmsReceipt first = parts.get(0);
        SmsReceipt decisive = message.decisive();
        return new RowOutcome(
                first.to(),
                joined(parts, SmsReceipt::messageId, " "),
                first.clientId(),
                message.state(),
                decisive.error(),
                decisive.providerCode(),
                message.uncertain() ? partlyLeft(message) : reason(decisive),
                parts.stream().mapToInt(SmsReceipt::segments).sum(),
                first.encoding(),
                joined(parts, SmsReceipt::textSent, "\n"));
    }

    private static String partlyLeft(SmsMessageResult message) {
        long left = message.receipts().stream()
                .filter(part -> part.accepted() || part.uncertain())
                .count();
        String reason = reason(message.decisive());
        return left + " of " + message.receipts().size() + " parts left or may have left, so none is sent again"
                + (reason == null ? "" : ". " + reason);
    }

    private static String joined(List<SmsReceipt> parts, Function<SmsReceipt, String> value, String separator) {
        return parts.stream().map(value).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }

    private static String reason(SmsReceipt receipt) {
        String reason = receipt.reason() == null && !receipt.accepted() ? receipt.providerText() : receipt.reason();
        boolean fine = receipt.accepted() || receipt.state() == SmsState.SKIPPED && receipt.error() == null;
        if (fine && receipt.duplicate()) {
            return "The same text goes to the same recipient earlier in this file";
        }
        return receipt.part() == 1 || receipt.accepted()
                ? reason
                : "Part " + receipt.part() + " of " + receipt.parts() + (reason == null ? "" : ": " + reason);
    }

    /** Whether nothing left and the same may succeed later. */
    boolean worthAnotherTry() {
        return state == SmsState.REJECTED && error != null && error.action() == SmsError.Action.RETRY_LATER;
    }

    /** Whether nothing left because of the account, so that no other row will leave either. */
    boolean accountTrouble() {
        return state == SmsState.REJECTED && error != null && error.concernsAccount();
    }

    /** Whether it did not leave for a reason that other rows have too. */
    boolean holdsUp() {
        return worthAnotherTry() || accountTrouble();
    }

    /** The error in words, with the provider's code. */
    String trouble() {
        return SmsError.describe(error, code, reason);
    }

    /** Whether it was not even checked. */
    boolean leftOut() {
        return state == SmsState.SKIPPED && error == null && encoding == null;
    }

    /** Whether a dry run found nothing wrong with it. */
    boolean checkedAndFine() {
        return state == SmsState.SKIPPED && error == null;
    }

    /** Whether for certain nothing of it left. */
    boolean surelyNotSent() {
        return state == SmsState.REJECTED || state == SmsState.SKIPPED;
    }
}
