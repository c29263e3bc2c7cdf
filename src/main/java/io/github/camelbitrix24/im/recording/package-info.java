/**
 * Events that can be handed to somebody: what people said and are called is replaced, what happened stays.
 */
package io.github.camelbitrix24.im.recording;
