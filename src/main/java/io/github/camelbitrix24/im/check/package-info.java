/**
 * What the operation {@code check} reports.
 */
package io.github.camelbitrix24.im.check;
