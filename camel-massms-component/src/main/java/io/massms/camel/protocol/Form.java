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

import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.SendQuestion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A form being filled in. */
public final class Form {
    private static final int USUAL_SIZE = 12;

    private final Account account;
    private final HttpMethod method;
    private final URI uri;
    private final List<Parameter> parameters = new ArrayList<>(USUAL_SIZE);

    private Form(Account account, HttpMethod method, URI uri) {
        this.account = account;
        this.method = method;
        this.uri = uri;
    }

    /**
     * Takes an empty form.
     *
     * @param  account   whose
     * @param  operation for what
     * @return           the form
     */
    public static Form of(Account account, Operation operation) {
        return new Form(account, account.method(), account.url(operation));
    }

    /**
     * Takes an empty form that always travels in the body: it is too large for a URL.
     *
     * @param  account whose
     * @param  uri     where to
     * @return         the form
     */
    public static Form post(Account account, URI uri) {
        return new Form(account, HttpMethod.POST, uri);
    }

    /**
     * Fills in a value.
     *
     * @param  name  as the provider spells it
     * @param  value not yet encoded
     * @return       this
     */
    public Form add(String name, String value) {
        parameters.add(new Parameter(name, value));
        return this;
    }

    /**
     * Fills in a secret of the account.
     *
     * @param  name as the provider spells it
     * @param  kind which secret
     * @return      this
     */
    public Form add(String name, Credential kind) {
        return add(name, account.secret(kind));
    }

    /**
     * Fills in all recipients, with commas between them.
     *
     * @param  name     as the provider spells it
     * @param  question whose
     * @return          this
     */
    public Form addRecipients(String name, SendQuestion question) {
        int count = question.messages().size();
        if (count == 1) {
            return add(name, question.first().to());
        }
        StringBuilder recipients =
                new StringBuilder(count * (question.first().to().length() + 1));
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                recipients.append(',');
            }
            recipients.append(question.messages().get(i).to());
        }
        return add(name, recipients.toString());
    }

    /**
     * Ends the filling in.
     *
     * @return the form as a call
     */
    public FormCall call() {
        return new FormCall(method, uri, parameters, account.profile().charset());
    }
}
