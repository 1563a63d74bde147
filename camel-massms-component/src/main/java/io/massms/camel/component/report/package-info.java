/** Reports on messages between the tracker and the routes: which are claimed, pending or not known to be stored. */
package io.massms.camel.component.report;
