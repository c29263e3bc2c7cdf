/** The control interface of the emulated portal, and the page that people use it with. Internal to the test kit. */
package io.github.camelbitrix24.im.testkit.control;
