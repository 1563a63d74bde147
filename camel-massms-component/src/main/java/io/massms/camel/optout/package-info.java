/** Remembers the numbers whose owners do not want to be written to. Numbers are personal data. */
package io.massms.camel.optout;
