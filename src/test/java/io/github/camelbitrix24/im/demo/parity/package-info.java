/**
 * Plays what is known of portals on one that somebody lends, and tells in what it differs, without names and texts.
 */
package io.github.camelbitrix24.im.demo.parity;
