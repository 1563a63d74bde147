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
package io.massms.simulator.provider.masms;

import io.massms.simulator.Account;
import io.massms.simulator.http.Params;
import io.massms.simulator.store.Platform;
import java.util.List;
import java.util.Optional;

/** Which of the manual's errors a request earns, in the order of their codes. */
final class MasmsRules {
    private final MasmsProfile profile;
    private final Platform platform;

    MasmsRules(MasmsProfile profile, Platform platform) {
        this.profile = profile;
        this.platform = platform;
    }

    /** What is wrong with a send as a whole. */
    Optional<MasmsError> ofSend(Params params, List<String> recipients) {
        if (params.get("api_id").isEmpty()) {
            return Optional.of(MasmsError.NO_API_ID);
        }
        if (params.get("user").isEmpty()) {
            return Optional.of(MasmsError.NO_USER);
        }
        if (params.get("password").isEmpty()) {
            return Optional.of(MasmsError.NO_PASSWORD);
        }
        if (recipients.isEmpty()) {
            return Optional.of(MasmsError.NO_TO);
        }
        if (params.get("text").isEmpty()) {
            return Optional.of(MasmsError.NO_TEXT);
        }
        String sender = params.get("senderid");
        if (!sender.isEmpty() && !profile.sender().matcher(sender).matches()) {
            return Optional.of(MasmsError.BAD_SENDER);
        }
        return account(params, params.get("password"))
                .or(() -> recipients.size() > profile.maxRecipients()
                        ? Optional.of(MasmsError.TOO_MANY_RECIPIENTS)
                        : Optional.empty());
    }

    /** What is wrong with the account; without a password (status, balance) only the names must fit. */
    private Optional<MasmsError> account(Params params, String password) {
        String apiId = params.get("api_id");
        String user = params.get("user");
        Optional<Account.Status> status = platform.accounts()
                .open(
                        profile.id(),
                        account -> apiId.equals(account.apiId())
                                && user.equals(account.user())
                                && (password == null || password.equals(account.secret())),
                        apiId.equals("closed") ? apiId : user,
                        password == null ? apiId : password);
        return status.map(MasmsRules::ofStatus).orElse(Optional.of(MasmsError.WRONG_CREDENTIALS));
    }

    private static Optional<MasmsError> ofStatus(Account.Status status) {
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case PRODUCT_INACTIVE, EXPIRED -> Optional.of(MasmsError.PRODUCT_INACTIVE);
            case COMPANY_INACTIVE -> Optional.of(MasmsError.COMPANY_INACTIVE);
        };
    }

    /** What is wrong with a question for a status or the balance. */
    Optional<MasmsError> ofQuestion(Params params) {
        if (params.get("api_id").isEmpty()) {
            return Optional.of(MasmsError.NO_API_ID);
        }
        if (params.get("user").isEmpty()) {
            return Optional.of(MasmsError.NO_USER);
        }
        return account(params, null);
    }
}
