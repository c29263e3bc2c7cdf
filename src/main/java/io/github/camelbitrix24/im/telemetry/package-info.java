/**
 * How calls and events appear in traces. Used by camel-telemetry, if that is there.
 */
package io.github.camelbitrix24.im.telemetry;
