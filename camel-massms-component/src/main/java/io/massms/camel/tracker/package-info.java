/**
 * Remembers every message that is sent: before it leaves, what came of it, and what the provider says of it later. Texts are never
 * kept, recipients are: a tracker's store holds personal data.
 */
package io.massms.camel.tracker;
