/**
 * How a consumer fares, for people: facts, diagnosis, health, meters, and what is announced. Internal to the component:
 * public where other rooms need it, and subject to change without notice.
 */
package io.github.camelbitrix24.im.observe;
