/**
 * Real JVMs with a route that are killed, stopped, frozen and doubled at random moments while people talk on a portal
 * that lives outside of them. What the portal recorded is then compared with what the routes finished.
 */
package io.github.camelbitrix24.im.crash;
