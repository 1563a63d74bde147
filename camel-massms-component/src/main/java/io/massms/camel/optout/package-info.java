/** The numbers of people who want no messages. Numbers are personal data. */
package io.massms.camel.optout;
