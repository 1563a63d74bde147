/** What users set, and the settings that come of it: the options of component and endpoints, their checks, and what they mean for an account. */
package io.massms.camel.component.options;
