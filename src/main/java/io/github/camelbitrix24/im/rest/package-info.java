/**
 * One call to the portal's REST API: request, answer, and what a failure means. Internal to the component; knows no
 * Camel routing, only {@link io.github.camelbitrix24.im.rest.CamelHttpTransport} touches Camel, to borrow its HTTP
 * client.
 */
package io.github.camelbitrix24.im.rest;
