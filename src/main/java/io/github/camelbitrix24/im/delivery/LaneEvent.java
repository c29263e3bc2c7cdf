package io.github.camelbitrix24.im.delivery;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * An event in a lane, with its place in the ledger.
 */
record LaneEvent(Bitrix24ImEvent event, LedgerEntry row) {
}
