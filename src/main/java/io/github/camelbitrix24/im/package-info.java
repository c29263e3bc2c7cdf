/**
 * What Camel loads: the {@code bitrix24-im} component, its endpoint, consumers and producer.
 */
package io.github.camelbitrix24.im;
