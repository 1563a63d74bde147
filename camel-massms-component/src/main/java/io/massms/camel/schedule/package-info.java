/** When messages may go, and in which zone that is meant. */
package io.massms.camel.schedule;
