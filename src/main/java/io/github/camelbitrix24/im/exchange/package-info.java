/**
 * What is in an exchange: what an event puts in, and what a call reads out. Internal to the component: public where
 * other rooms need it, and subject to change without notice.
 */
package io.github.camelbitrix24.im.exchange;
