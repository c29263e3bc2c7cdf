/**
 * The front door, what Camel loads: the {@code bitrix24-im} component, its endpoint, consumers and producer, headers,
 * exceptions and events.
 */
package io.github.camelbitrix24.im;
