/**
 * How often the portal may be asked: pauses that grow while it refuses. Internal to the component; pure logic.
 */
package io.github.camelbitrix24.im.budget;
