/**
 * Files on their way between a route and the portal: names, links, streams of bytes. Knows no Camel. Internal to the
 * component: public where other rooms need it, and subject to change without notice.
 */
package io.github.camelbitrix24.im.file;
