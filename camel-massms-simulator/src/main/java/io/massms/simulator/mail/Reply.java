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
package io.massms.simulator.mail;

import io.massms.simulator.Fault;
import java.time.Duration;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

/**
 * What a client hears after its mail's last line.
 *
 * @param code the SMTP code, 0 when it hears none
 * @param after how long it waits
 */
record Reply(int code, Duration after) {
    private static final int TAKEN = 250;
    private static final int TRY_AGAIN = 451;
    /** Longer than any client waits. */
    private static final Duration NEVER = Duration.ofMinutes(30);

    /** SMTP has no body to spoil: a fault that spoils one is played as 250, or as 451 where nothing is taken. */
    static Reply to(Fault fault) {
        if (fault == null) {
            return new Reply(TAKEN, Duration.ZERO);
        }
        return switch (fault.what().kind()) {
            case DELAY -> new Reply(TAKEN, fault.what().duration());
            case ACCEPT_THEN_DROP, CUT_CONNECTION, RESET_BEFORE_READING -> new Reply(0, Duration.ZERO);
            case ACCEPT_THEN_TIMEOUT -> new Reply(0, NEVER);
            case PROVIDER_CODE -> new Reply(TAKEN, Duration.ZERO);
            case HTTP_STATUS, RATE_LIMIT -> new Reply(TRY_AGAIN, Duration.ZERO);
            default -> new Reply(fault.what().accepted() ? TAKEN : TRY_AGAIN, Duration.ZERO);
        };
    }

    /** Says it. */
    void give() throws RejectException {
        pause();
        if (code == 0) {
            throw new DropConnectionException();
        }
        if (code != TAKEN) {
            throw new RejectException(code, "4.3.0 Error temporal, intente mas tarde");
        }
    }

    private void pause() throws DropConnectionException {
        try {
            Thread.sleep(after.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DropConnectionException();
        }
    }
}
