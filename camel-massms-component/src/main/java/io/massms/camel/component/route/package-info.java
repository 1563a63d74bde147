/** Handing an exchange to a consumer's route, whatever becomes of it there. */
package io.massms.camel.component.route;
