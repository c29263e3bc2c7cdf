/**
 * An emulated Bitrix24 portal: a real HTTP server on loopback with the messenger's event queue behind it, and
 * everything that can go wrong with it as a value.
 */
package io.github.camelbitrix24.im.testkit;
