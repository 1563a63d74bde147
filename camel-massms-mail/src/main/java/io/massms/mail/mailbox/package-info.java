/** The component {@code sms-mailbox}: camel-mail, which leaves a mail in its mailbox where the bridge asks for that. */
package io.massms.mail.mailbox;
