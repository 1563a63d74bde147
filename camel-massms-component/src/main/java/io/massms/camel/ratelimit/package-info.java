/** Paces that several processes keep together, over Bucket4j: an optional dependency. */
package io.massms.camel.ratelimit;
