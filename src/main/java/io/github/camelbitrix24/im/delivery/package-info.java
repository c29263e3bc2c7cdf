/**
 * Which events are seen, running and done, what may be acknowledged, and which event is handed out next. Internal to
 * the component; pure logic without I/O and without threads of its own.
 * <ul>
 * <li>A <b>row</b> is an event as the portal's queue shows it; the ledger keeps each until it is acknowledged.
 * <li>A <b>reading</b> is a page with the times of question and answer; only what the last one showed is acknowledged.
 * <li>A row is <b>taken</b> when its event is in our hands, if there is room, and then <b>in flight</b> until it is
 * done.
 * <li>A row is <b>done</b> when a route has finished its event, nobody wants it, or it was acknowledged before.
 * <li>A row is <b>settled</b> when every lower id must be visible by now, and <b>gone</b> when two readings miss it.
 * <li>Progress is <b>forced</b> when a whole page is done but not settled: it is acknowledged, or nothing new is seen.
 * <li>A <b>lane</b> is the events that wait for each other: those of a chat, or all of them.
 * <li>A <b>handout</b> is what a route gets at once: an event, or a batch of one lane. One that failed comes again.
 * <li>A <b>hole</b> is a lane with an event below one that was handed out; what is closed hands out nothing else.
 * <li>Lanes are <b>hungry</b> when more could be worked on than waits in them, so that it is time to read.
 * </ul>
 */
package io.github.camelbitrix24.im.delivery;
