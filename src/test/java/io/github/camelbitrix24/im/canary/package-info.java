/**
 * Watches the whole test suite for secrets. Every secret of an emulated portal carries a mark, and nothing that people
 * or tools get to see of an application may hold it: log lines of all levels, management beans, health, consoles, dumps
 * of routes, notifications, exceptions, threads.
 */
package io.github.camelbitrix24.im.canary;
