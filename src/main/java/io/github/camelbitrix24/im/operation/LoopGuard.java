package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.observe.LogName;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the talk of two machines that answer each other. */
record LoopGuard(Means means) {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);

    /**
     * @return               whether to post; if not, the route ends here for this exchange
     * @throws LoopException if it is too much
     */
    boolean admits(Exchange exchange, String dialogId, String templateId) throws LoopException {
        int most = means.settings().maxRepliesPerDialog();
        if (most == 0) {
            return true;
        }
        ReplyRates.Verdict verdict
                = means.memory().replies().judge(means.name().key() + "/" + dialogId, templateId, exchange.getExchangeId(),
                        most);
        return switch (verdict) {
            case FREE -> true;
            case TOO_MANY, STILL_TOO_MANY -> throw new LoopException(
                    dialogId, most, verdict == ReplyRates.Verdict.TOO_MANY);
            case OVER -> {
                LOG.info("A message for the dialog {} is not posted: it was one too many before, and its event has come again.",
                        dialogId);
                exchange.setRouteStop(true);
                yield false;
            }
        };
    }
}
