/**
 * Makes the component's options an application's properties under Spring Boot.
 */
package io.massms.camel.springboot;
