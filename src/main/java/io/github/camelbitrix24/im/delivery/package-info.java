/**
 * Which events are seen, running and done, what may be acknowledged, and which event is handed out next. Internal to
 * the component; pure logic without I/O and without threads of its own.
 */
package io.github.camelbitrix24.im.delivery;
