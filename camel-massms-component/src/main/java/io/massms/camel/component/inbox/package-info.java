/** What an inbox holds, and what of that was consumed: where messages are marked as read many at a time. */
package io.massms.camel.component.inbox;
