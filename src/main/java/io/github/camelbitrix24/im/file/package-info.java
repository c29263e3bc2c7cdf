/**
 * Files on their way between a route and the portal: what they are called, and how they are kept so that they need no
 * memory and can be read again. Internal to the component: public where other rooms need it, and subject to change
 * without notice.
 */
package io.github.camelbitrix24.im.file;
