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
package io.massms.mail.mailbox;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;

/**
 * A mailbox whose mails may hold passwords and cost money: {@code sms-mailbox:imaps://mail.example.org?…}, with the
 * options of Camel's mail component.
 *
 * <p>Camel's own consumer logs subjects at DEBUG, and its way to name a mail fetches headers such that an IMAP server
 * marks it as seen before it is handled. Here no subject is logged, and a mail is seen, or deleted where the protocol
 * has no such mark, when the route is done with it and not before.
 */
@Component("sms-mailbox")
public final class MailboxComponent extends MailComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MailConfiguration configuration = getConfiguration().copy();
        configuration.configure(new URI(remaining.contains("://") ? remaining : remaining.replaceFirst(":", "://")));
        configuration.setPeek(true);
        configuration.setUnseen(true);
        configuration.setMapMailMessage(false);
        configuration.setDelete(configuration.getProtocol().startsWith("pop3"));
        configuration.setAdditionalJavaMailProperties(new Properties());
        new HashMap<>(parameters).forEach((name, value) -> {
            if (name.startsWith("mail.")) {
                configuration.getAdditionalJavaMailProperties().put(name, value);
                parameters.remove(name);
            }
        });
        MailboxEndpoint endpoint = new MailboxEndpoint(uri, this, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The options are those of a mail endpoint, whatever this component is called. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new MailEndpointConfigurer();
    }
}
