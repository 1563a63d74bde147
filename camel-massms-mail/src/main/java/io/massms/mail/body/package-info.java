/** What a mail says, of all that it holds. */
package io.massms.mail.body;
