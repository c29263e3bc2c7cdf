/** A small HTTP/1.1 server that can misbehave on purpose. Internal to the test kit. */
package io.github.camelbitrix24.im.testkit.http;
