/** What bridges remember in a folder of their own. */
package io.massms.mail.state;
