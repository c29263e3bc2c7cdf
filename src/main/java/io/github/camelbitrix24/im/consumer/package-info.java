/**
 * The life of a poll and of what it brings: fetch, hand out, done, acknowledge, for consumers and receivers. Internal
 * to the component: public where the front door needs it, and subject to change without notice.
 */
package io.github.camelbitrix24.im.consumer;
