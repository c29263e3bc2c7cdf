/**
 * Who calls the portal: the credentials that a request is made with.
 */
package io.github.camelbitrix24.im.auth;
