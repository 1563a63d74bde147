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
package io.massms.example.springboot;

import io.massms.camel.component.SmsConstants;
import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsNotSentException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Service;

/** What the rest of the application sees of Camel. */
@Service
class Reminders {
    private final FluentProducerTemplate camel;

    Reminders(FluentProducerTemplate camel) {
        this.camel = camel;
    }

    /** Reminds a patient, once an appointment; tells in words what became of it. */
    String remind(Appointment appointment) {
        Exception failure = camel.to(ReminderRoute.REMINDERS)
                .withBody(appointment.patient() + ", lo esperamos " + appointment.time())
                .withHeader(SmsConstants.TO, appointment.phone())
                .withHeader(SmsConstants.CLIENT_ID, appointment.id())
                .send()
                .getException();
        if (failure == null) {
            return "reminded";
        }
        return failure instanceof SmsNotSentException known
                ? "not reminded: " + known.getError()
                : "perhaps reminded: " + (failure instanceof SmsException known ? known.getError() : failure);
    }
}
