/**
 * What Spring Boot loads: it binds {@code camel.component.bitrix24-im.*} of an application's properties. No other
 * package knows Spring.
 */
package io.github.camelbitrix24.im.spring;
