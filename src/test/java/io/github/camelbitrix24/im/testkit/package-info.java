/**
 * An emulated Bitrix24 portal: a real HTTP server on loopback with the messenger's event queue behind it, and
 * everything that can go wrong with it as a value.
 *
 * <pre>
 * try (PortalEmulator portal = PortalEmulator.start()) {
 *     EmulatedUser ilse = portal.user(7).named("Ilse Brandt").subscribed();
 *     portal.chat("chat5").named("Legal desk").members(7, 12);
 *     portal.user(12).says("chat5", "hello");
 *     portal.fail("im.v2.Event.get", Fault.html(502), 3);
 *     readWith(portal.url(), ilse.id(), ilse.secret());
 *     portal.await(p -&gt; p.pending(7).isEmpty(), Duration.ofSeconds(5));
 * }
 * </pre>
 */
package io.github.camelbitrix24.im.testkit;
