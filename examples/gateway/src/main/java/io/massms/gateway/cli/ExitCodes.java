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
package io.massms.gateway.cli;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.setup.GatewayMain;
import java.io.IOException;
import java.util.List;

/** What a command's exit code tells a script. Where several fit, the highest: it needs the most care. */
public final class ExitCodes {
    /** Everything was accepted, or checked and fine. */
    static final int OK = 0;
    /** The gateway itself failed. */
    static final int FAILED = 1;
    /** The command or the settings are wrong; nothing was sent. */
    static final int USAGE = 2;
    /** Something was refused for good. */
    static final int REJECTED = 3;
    /** Something did not leave for a passing reason. */
    static final int TEMPORARY = 4;
    /** Something may have left, or left in part. */
    static final int UNCERTAIN = 5;

    private ExitCodes() {}

    /** Of what failed before it came to messages. */
    public static int ofFailure(Exception failure) {
        return GatewayMain.isWrongSetting(failure) ? USAGE : FAILED;
    }

    static int of(SmsResult result) {
        List<SmsMessageResult> messages = result.byMessage();
        // a split text that went in part too: the same command again would send that part twice
        if (result.uncertainCount() > 0 || messages.stream().anyMatch(SmsMessageResult::uncertain)) {
            return UNCERTAIN;
        }
        if (messages.stream().anyMatch(SmsMessageResult::retryable)) {
            return TEMPORARY;
        }
        return result.rejectedCount() > 0 ? REJECTED : OK;
    }

    static int of(SmsException failure) {
        if (failure instanceof SmsUncertainException) {
            return UNCERTAIN;
        }
        return failure instanceof SmsTemporaryException ? TEMPORARY : REJECTED;
    }

    /** Of a delivery. */
    static int of(SmsState state) {
        if (state == SmsState.UNKNOWN) {
            return UNCERTAIN;
        }
        return state == SmsState.DELIVERED || state == SmsState.ACCEPTED || !state.isFinal() ? OK : REJECTED;
    }

    static int of(CampaignStatus campaign) throws IOException {
        if (campaign.counts().uncertain() > 0) {
            return UNCERTAIN;
        }
        if (PassingRejections.in(campaign)) {
            return TEMPORARY;
        }
        return switch (campaign.phase()) {
            case DONE -> campaign.counts().rejected() > 0 ? REJECTED : OK;
            case REFUSED -> REJECTED;
            case BROKEN_OFF -> FAILED;
            default -> TEMPORARY;
        };
    }
}
