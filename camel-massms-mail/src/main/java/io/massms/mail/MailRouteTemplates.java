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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;

/**
 * The route templates {@code sms-mail-bridge} and {@code sms-mail-reply}. Every Camel context on whose class path this
 * module is has them once it is initialized; to use them earlier, add this builder first. The Kamelets of the same names
 * are the same routes.
 */
public final class MailRouteTemplates extends RouteBuilder {
    /** Before the routes that use the templates. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public void configure() {
        Model model = getContext().getCamelContextExtension().getContextPlugin(Model.class);
        if (model.getRouteTemplateDefinition("sms-mail-bridge") == null) {
            bridge();
        }
        if (model.getRouteTemplateDefinition("sms-mail-reply") == null) {
            reply();
        }
    }

    private void bridge() {
        routeTemplate("sms-mail-bridge")
                .templateParameter(
                        "mailbox", null, "The mailbox: imap, imaps, pop3 or pop3s as in Camel's mail component")
                .templateParameter("sms", null, "The SMS endpoint")
                .templateParameter("accounts", "", "The resource with lines user = password hash")
                .templateParameter("numberDomain", "", "The mail domain whose addresses are numbers")
                .templateParameter("allowedSenders", "", "Who may write to numbers")
                .templateParameter("authenticationResults", "", "The mail server that must have confirmed the sender")
                .templateParameter("maximumRecipients", "20", "How many numbers one mail may address")
                .templateParameter("maximumMailSize", "10485760", "How large a mail may be, in bytes")
                .templateParameter("keepQuotes", "false", "Whether quoted originals stay in the text")
                .templateParameter("maximumTries", "24", "How often a mail is tried")
                .templateParameter(
                        "retryDelay", "PT1M", "The pause after the first try; it doubles up to 64 times that")
                .templateParameter("replies", "none", "Which outcomes the sender is told: none, errors, all")
                .templateParameter("repliesPerHour", "10", "How many replies an address gets in an hour")
                .templateParameter("smtp", "", "The endpoint that sends replies")
                .templateParameter("mailFrom", "", "The From address of replies")
                .templateParameter("stateDirectory", "sms-mail", "The folder for what the bridge must remember")
                .templateParameter("ledger", "file", "The bean name of an IdempotentRepository, or file")
                .templateParameter("origins", "file", "The bean name of a StateRepository, or file")
                .templateBean("bridge")
                .typeClass(MailBridge.class)
                .property("sms", "{{sms}}")
                .property("accounts", "{{accounts}}")
                .property("numberDomain", "{{numberDomain}}")
                .property("allowedSenders", "{{allowedSenders}}")
                .property("authenticationResults", "{{authenticationResults}}")
                .property("maximumRecipients", "{{maximumRecipients}}")
                .property("maximumMailSize", "{{maximumMailSize}}")
                .property("keepQuotes", "{{keepQuotes}}")
                .property("maximumTries", "{{maximumTries}}")
                .property("retryDelay", "{{retryDelay}}")
                .property("replies", "{{replies}}")
                .property("repliesPerHour", "{{repliesPerHour}}")
                .property("smtp", "{{smtp}}")
                .property("mailFrom", "{{mailFrom}}")
                .property("stateDirectory", "{{stateDirectory}}")
                .property("ledger", "{{ledger}}")
                .property("origins", "{{origins}}")
                .initMethod("start")
                .destroyMethod("stop")
                .end()
                .from("sms-mailbox:{{mailbox}}")
                .errorHandler(noErrorHandler())
                .to("bean:{{bridge}}?method=open")
                .filter(simple("${body.size} > 0"))
                .doTry()
                .to("{{sms}}")
                .doCatch(Exception.class)
                .end()
                .end()
                .to("bean:{{bridge}}?method=settle")
                .to("bean:{{bridge}}?method=answer");
    }

    private void reply() {
        routeTemplate("sms-mail-reply")
                .templateParameter("inbox", null, "The endpoint that gives what handsets sent")
                .templateParameter("smtp", null, "The endpoint that sends mails")
                .templateParameter("mailTo", null, "Who gets messages that answer no mail")
                .templateParameter("mailFrom", null, "The From address of mails")
                .templateParameter("numberDomain", "", "The mail bridge's domain: mails come from the number there")
                .templateParameter("stateDirectory", "sms-mail", "The folder of the mail bridge")
                .templateParameter("origins", "file", "The bean name of a StateRepository, or file")
                .templateBean("mail")
                .typeClass(SmsMail.class)
                .property("mailTo", "{{mailTo}}")
                .property("mailFrom", "{{mailFrom}}")
                .property("numberDomain", "{{numberDomain}}")
                .property("stateDirectory", "{{stateDirectory}}")
                .property("origins", "{{origins}}")
                .initMethod("start")
                .end()
                .from("{{inbox}}")
                .to("bean:{{mail}}?method=compose")
                .to("{{smtp}}");
    }
}
