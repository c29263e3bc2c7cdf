/**
 * What a text becomes before it is posted, and what a posted text means elsewhere: foreign text made harmless, Markdown
 * into the portal's BB codes and back, long texts in parts. Internal to the component; pure logic without Camel.
 */
package io.github.camelbitrix24.im.text;
