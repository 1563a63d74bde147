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
package io.massms.mail;

import io.massms.mail.state.StateDirectory;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.CamelContextHelper;

/** Whose mail a message came from, by its client id. */
final class MailOrigins {
    private final StateRepository<String, String> repository;

    MailOrigins(StateRepository<String, String> repository) {
        this.repository = repository;
    }

    /** The store of a name: {@code file}, or a StateRepository in the registry, which is started. */
    @SuppressWarnings("unchecked")
    static MailOrigins of(CamelContext context, String name, String directory) throws Exception {
        if (name.equals("file")) {
            return new MailOrigins(StateDirectory.of(context, directory).origins());
        }
        StateRepository<String, String> repository =
                CamelContextHelper.mandatoryLookup(context, name, StateRepository.class);
        context.addService(repository, true, true);
        return new MailOrigins(repository);
    }

    void remember(String clientId, MailSender sender) {
        if (sender.address() != null) {
            repository.setState(
                    clientId, sender.address() + (sender.messageId() == null ? "" : " " + sender.messageId()));
        }
    }

    /** The sender of the mail; null where nobody knows, or nobody reads mails to that address: an answer would be lost there. */
    MailSender find(String clientId) {
        String origin = clientId == null ? null : repository.getState(clientId);
        if (origin == null) {
            return null;
        }
        String[] fields = origin.split(" ", 2);
        return AutomaticMail.isNobody(fields[0])
                ? null
                : new MailSender(fields[0], fields.length == 1 ? null : fields[1], true);
    }
}
