/**
 * Events as the portal records them: pages read in one pass, and typed views that are parsed when first looked at.
 */
package io.github.camelbitrix24.im.event;
