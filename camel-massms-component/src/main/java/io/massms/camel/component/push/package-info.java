/** What a provider pushes over HTTP: reading a request, and telling who may make it. */
package io.massms.camel.component.push;
