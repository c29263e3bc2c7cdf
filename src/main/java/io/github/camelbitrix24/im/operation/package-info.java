/**
 * What a producer can do: each operation is a class, and one table knows what holds for all of them. Who acts is
 * decided in one place, so operations name no REST method. Internal to the component: public where other rooms need it,
 * and subject to change without notice.
 */
package io.github.camelbitrix24.im.operation;
