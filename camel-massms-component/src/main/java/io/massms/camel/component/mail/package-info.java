/** Requests that go as mails, and the mails in which what did not go comes back. */
package io.massms.camel.component.mail;
