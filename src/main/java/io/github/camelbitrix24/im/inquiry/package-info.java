/**
 * Asks a portal in order, without changing anything there, what keeps events from arriving. Internal to the component;
 * knows no Camel.
 */
package io.github.camelbitrix24.im.inquiry;
