/** What a body says: messages of maps and rows, text, moments, and bodies that can be read only once. */
package io.massms.camel.component.body;
