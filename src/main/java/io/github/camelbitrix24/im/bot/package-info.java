/**
 * What applications say about their bots.
 */
package io.github.camelbitrix24.im.bot;
