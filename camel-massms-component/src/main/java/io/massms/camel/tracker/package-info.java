/**
 * A record of every message: the intent before it is sent, the outcome of the send, and the delivery reports of the provider. Texts are never
 * stored. Recipients are: the store of a tracker holds personal data.
 */
package io.massms.camel.tracker;
