/** Keeps messages in a Quartz scheduler until their time comes. Knows nothing of Camel. */
package io.massms.camel.hold;
