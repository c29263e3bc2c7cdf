/**
 * Internal: as which bot a portal is called, and how that bot comes to be there.
 */
package io.github.camelbitrix24.im.registration;
